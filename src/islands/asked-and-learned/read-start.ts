import { forward, logSoftmax } from '../../core/training/forward.ts';
import { initialParameters } from '../../core/training/network.ts';
import { readLearned, type AskedExperiment, type Learned } from '../../studies/asked-and-learned.ts';

/** What both networks answer before the first step; they begin alike. */
export function readStart(experiment: AskedExperiment): Learned {
  const { network } = experiment.ensemble;
  const points = Float64Array.from(experiment.points);
  const scores = forward(
    network,
    Float64Array.from(initialParameters(network, experiment.settings.seed)),
    points,
    points.length / 2,
  ).at(-1);
  const logs = logSoftmax(scores as Float64Array, 2);
  const both = new Float64Array(2 * logs.length);
  both.set(logs);
  both.set(logs, logs.length);
  return readLearned(experiment, both);
}
