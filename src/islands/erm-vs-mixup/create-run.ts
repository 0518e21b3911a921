import { DivergedError } from '../../engine/run/diverged-error.ts';
import type * as Runs from '../../engine/run/run.ts';
import type { Run } from '../../engine/run/run.ts';
import type { RunOptions } from '../../engine/run/run-options.ts';
import { protocol, type Experiment } from './experiment.ts';
import { readLogProbabilities, type Reading } from './reading.ts';

/** A run of an experiment, which reads both networks at every record. */
export function createRun(
  { Run }: typeof Runs,
  experiment: Experiment,
  where: Pick<RunOptions<Reading>, 'scheduler' | 'pageEngine' | 'element' | 'onChange'>,
): Run<Reading> {
  return new Run({
    ...protocol,
    ...where,
    ensemble: experiment.ensemble,
    read: async (training, { step, parameters }) => {
      const logProbabilities = await training.evaluate(experiment.points);
      if (logProbabilities.some(Number.isNaN)) throw new DivergedError(step);
      return readLogProbabilities(experiment, step, logProbabilities, parameters);
    },
  });
}
