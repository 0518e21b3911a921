import type { DataSet } from '../core/data/data-set.ts';
import { takeRows } from '../core/data/take-rows.ts';
import { straightMargins } from '../core/statistics/margins.ts';
import { median } from '../core/statistics/median.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import type { Breathe } from '../engine/run/page-turns.ts';
import { attackAlphas, attackedNetworks, rowsToAttack, type AttackName, type Box } from './error-under-attack.ts';
import type { Condition, Measures, Study, Trial } from './study.ts';

/** The one change of a pixel that is looked at, in percent of the range from paper to ink. It was fixed before this study was run. */
const marginEpsilon = 10;

/** The seeds it was run on in advance: no other result under attack rests on one of them. */
export const marginSeeds: readonly [number, ...number[]] = [17, ...Array.from({ length: 47 }, (_, n) => n + 18)];

/**
 * - `margin`: by how much the logarithm of the right answer's probability leads, in nats, for the middle one of the digits;
 * - `slope`: how much of it an attack takes for each unit of change, likewise;
 * - `reach`: one divided by the other, likewise, as a share of the range;
 * - `within`: share of digits whose reach is less than {@link marginEpsilon}: the error under attack, if all lines were straight;
 * - `white fgsm 10` and the like: share of attacked digits that get a wrong answer.
 */
type StraightMeasure = 'margin' | 'slope' | 'reach' | 'within';
export type MarginMeasure = StraightMeasure | `${Box} ${AttackName} ${typeof marginEpsilon}`;

export const marginMeasures: readonly MarginMeasure[] = [
  'margin',
  'slope',
  'reach',
  'within',
  'white fgsm 10',
  'white i-fgsm 10',
  'black fgsm 10',
  'black i-fgsm 10',
];

/** Label smoothing is the control: it shrinks the margin as mixup does, and mixes nothing. */
export const marginConditions: readonly Condition[] = [
  { name: 'erm', policy: ermPolicy },
  { name: 'weak-mixup', policy: mixupPolicy(attackAlphas.weak) },
  { name: 'mixup', policy: mixupPolicy(attackAlphas.strong) },
  { name: 'smoothing', policy: { ...ermPolicy, labelSmoothing: 0.1 } },
];

/**
 * Why a network errs under attack, on digits: the margin of its answers and how fast an attack takes it, beside the errors at one
 * epsilon.
 *
 * @param steps length of the training, if not that of all studies on digits
 */
export function margins(digits: DataSet, steps?: number): Study<MarginMeasure> {
  const attacked = attackedNetworks(digits, marginConditions, {
    epsilons: [marginEpsilon],
    ...(steps !== undefined && { steps }),
  });
  return {
    ...attacked,
    parts: (seeds) =>
      attacked.parts(seeds).map(({ trials, ensemble, measure }) => ({
        trials,
        ensemble,
        measure: async (training, breathe) => {
          const errors = await measure(training, breathe);
          const straight = await measureMargins(training, digits, trials, breathe);
          return errors.map((one, m) => ({ ...one, ...(straight[m] as (typeof straight)[number]) }));
        },
      })),
  };
}

/** Margins of each member at the digits of its seed that are attacked. */
async function measureMargins(
  training: TrainingEnsemble,
  digits: DataSet,
  trials: readonly Trial[],
  breathe: Breathe,
): Promise<Measures<StraightMeasure>[]> {
  const { classes, width } = digits;
  const seeds = [...new Set(trials.map(({ seed }) => seed))];
  const rows = seeds.map((seed) => rowsToAttack(digits, seed));
  const each = (rows[0] as Uint32Array).length;
  const { inputs, labels } = takeRows(digits, Uint32Array.from(rows.flatMap((own) => Array.from(own))));
  const logs = await training.evaluate(inputs);
  const gradients: Float32Array[] = [];
  for (let k = 0; k < classes; k += 1) {
    await breathe();
    const alone = Float32Array.from({ length: labels.length * classes }, (_, at) => Number(at % classes === k));
    gradients.push(await training.inputGradients(inputs, alone));
  }
  return trials.map(({ seed }, m) => {
    const from = seeds.indexOf(seed) * each;
    const own = (values: Float32Array, size: number, member = m): Float32Array => {
      const start = (member * labels.length + from) * size;
      return values.subarray(start, start + each * size);
    };
    const logProbabilities = own(logs, classes);
    if (logProbabilities.some(Number.isNaN)) return { margin: NaN, slope: NaN, reach: NaN, within: NaN };
    const { margin, slope, reach } = straightMargins({
      points: own(inputs, width, 0),
      labels: labels.subarray(from, from + each),
      logProbabilities,
      gradients: gradients.map((gradient) => own(gradient, width)),
      range: [0, 1],
    });
    return {
      margin: median(margin),
      slope: median(slope),
      reach: median(reach),
      within: reach.filter((one) => one < marginEpsilon / 100).length / each,
    };
  });
}
