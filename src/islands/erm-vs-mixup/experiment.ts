import { planeSets } from '../../core/data/plane-sets.ts';
import { allRows, type Ensemble } from '../../core/ensemble.ts';
import type { Network } from '../../core/network.ts';
import { adam } from '../../core/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../core/policy.ts';
import { streamKey } from '../../core/random.ts';
import type { Settings } from './settings.ts';
import { cellCenters } from './surface-grid.ts';
import { trainingPoints, type ToyPoint } from './training-points.ts';

/** Test examples, examples in a step, Adam's learning rate, length of a run, and steps between its records. */
export const protocol = { test: 1000, batch: 32, learningRate: 0.01, steps: 1000, recordEvery: 10 } as const;

/** The methods in the order of the ensemble's members. */
export const methods = ['erm', 'mixup'] as const;

/** What is run for some settings, and where both networks are looked at. */
export interface Experiment {
  readonly training: readonly ToyPoint[];
  readonly ensemble: Ensemble;
  /** Grid cells, then training examples, then test examples, `[count, 2]`. */
  readonly points: Float32Array;
  /** The labels of the test examples, all right. */
  readonly testLabels: Uint8Array;
}

/** Both networks of the figure: two hidden layers of equal width, two classes. */
export function networkOf({ width, activation }: Pick<Settings, 'width' | 'activation'>): Network {
  return { sizes: [2, width, width, 2], activation };
}

/** Sets up the paired experiment: ERM and mixup with one seed, so that data, initial weights and order of examples are shared. */
export function makeExperiment(settings: Settings): Experiment {
  const training = trainingPoints(settings);
  const inputs = Float32Array.from(training.flatMap(({ x, y }) => [x, y]));
  const labels = Uint8Array.from(training, ({ label }) => label);
  const rows = allRows(training.length);
  const test = planeSets[settings.data](protocol.test, settings.noise, streamKey(settings.seed, 'test set'));
  const cells = cellCenters();
  const points = new Float32Array(cells.length + inputs.length + test.inputs.length);
  points.set(cells);
  points.set(inputs, cells.length);
  points.set(test.inputs, cells.length + inputs.length);
  return {
    training,
    points,
    testLabels: test.labels,
    ensemble: {
      network: networkOf(settings),
      inputs,
      members: [ermPolicy, mixupPolicy(settings.alpha)].map((policy) => ({
        seed: settings.seed,
        policy,
        labels,
        rows,
      })),
      optimizer: adam(protocol.learningRate),
      batch: protocol.batch,
    },
  };
}
