import { allRows } from '../../../src/core/training/ensemble.ts';
import { adam } from '../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Measures, Study, StudyPart, Trial } from '../../../src/studies/study.ts';

/** The step a network is measured at, and how many networks were measured before it. */
type FakeMeasure = 'step';

interface FakeStudy {
  readonly widths?: readonly number[];
  readonly steps?: number;
  readonly measureEvery?: number;
  readonly measure?: StudyPart<FakeMeasure>['measure'];
}

/** ERM and mixup at some widths, a part for each; what is measured of a network is the step it has reached. */
export function fakeStudy({
  widths = [4],
  steps = 1500,
  measureEvery = 100,
  measure = ({ ensemble, step }) => Promise.resolve(ensemble.members.map((): Measures<FakeMeasure> => ({ step }))),
}: FakeStudy = {}): Study<FakeMeasure> {
  const of = (hidden: number) => [
    { name: `erm-${hidden}`, hidden, policy: ermPolicy },
    { name: `mixup-${hidden}`, hidden, policy: mixupPolicy(1) },
  ];
  const labels = Uint8Array.of(0, 1, 0, 1);
  return {
    conditions: widths.flatMap(of),
    steps,
    measureEvery,
    parts: (seeds) =>
      widths.map((hidden) => {
        const trials = seeds.flatMap((seed) => of(hidden).map((condition): Trial => ({ condition, seed })));
        return {
          trials,
          ensemble: {
            network: { sizes: [2, hidden, 2], activation: 'tanh' },
            inputs: new Float32Array(8),
            members: trials.map(({ condition: { policy }, seed }) => ({
              seed,
              policy,
              optimizer: adam(0.01),
              labels,
              rows: allRows(4),
            })),
            batch: 4,
          },
          measure,
        };
      }),
  };
}
