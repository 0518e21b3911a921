import { makeExperiment, type Experiment } from './experiment.ts';
import { fingerprintOf, readParameters, type Reading, type Scores } from './reading.ts';
import type { Settings } from './settings.ts';

/** A run trained to its end by the CPU engine: what the figure shows before it is touched. */
export interface BakedRun {
  readonly seed: number;
  /** Steps of the whole run. */
  readonly step: number;
  /** Of the weights at its end, before they were rounded. */
  readonly fingerprint: string;
  /** Parameters of both networks after the last step, `[2, parameters]`, to six significant digits. */
  readonly parameters: readonly number[];
  /** Scores at every record: step, then training loss, test loss and test error of ERM and of mixup. */
  readonly curves: readonly (readonly [number, number, number, number, number, number, number])[];
}

/** The same as a page brings it: with the parameters in one text, a space between them. */
export type BroughtRun = Omit<BakedRun, 'parameters'> & { readonly parameters: string };

/** The scores at one step, without the pictures. */
export interface ScoredStep {
  readonly step: number;
  readonly scores: Readonly<Record<'erm' | 'mixup', Scores>>;
}

/** Packs a run for the page. @throws RangeError if it diverged */
export function bakeRun(readings: readonly Reading[]): Omit<BakedRun, 'seed'> {
  const last = readings.at(-1) as Reading;
  const fingerprint = fingerprintOf(last);
  if (fingerprint === undefined)
    throw new RangeError('readings: expected a run that ends with numbers, got one that diverged.');
  return {
    step: last.step,
    fingerprint,
    parameters: Array.from(last.parameters, (value) => Number(value.toPrecision(6))),
    curves: readings.map(({ step, scores: { erm, mixup } }) => [
      step,
      ...([erm.trainLoss, erm.testLoss, erm.testError, mixup.trainLoss, mixup.testLoss, mixup.testError].map((value) =>
        Number(value.toPrecision(4)),
      ) as [number, number, number, number, number, number]),
    ]),
  };
}

/** Unpacks a baked run: its experiment, its scores, and its last step as the figure shows it. @param settings of the run */
export function readBakedRun(
  baked: BakedRun | BroughtRun,
  settings: Settings,
): { experiment: Experiment; curves: ScoredStep[]; reading: Reading } {
  const experiment = makeExperiment(settings);
  const curves = baked.curves.map(([step, ...s]) => ({
    step,
    scores: {
      erm: { trainLoss: s[0], testLoss: s[1], testError: s[2] },
      mixup: { trainLoss: s[3], testLoss: s[4], testError: s[5] },
    },
  }));
  const { parameters } = baked;
  const numbers = typeof parameters === 'string' ? parameters.split(' ').map(Number) : parameters;
  return { experiment, curves, reading: readParameters(experiment, baked.step, Float64Array.from(numbers)) };
}
