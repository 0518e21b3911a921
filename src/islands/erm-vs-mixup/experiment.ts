import { allRows, type Ensemble } from '../../core/training/ensemble.ts';
import { adam } from '../../core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../core/training/policy.ts';
import { planeNetwork, planeProtocol, planeTestSet } from '../../studies/wins-and-losses.ts';
import type { Extent } from '../../figures/plane/surface-point.ts';
import type { Settings } from './settings.ts';
import { cellCenters, extentOf } from './surface-grid.ts';
import { trainingPoints, type ToyPoint } from './training-points.ts';

/** The protocol of all trainings in the plane, and the steps between the records of this figure's run. */
export const protocol = { ...planeProtocol, recordEvery: 10 } as const;

/** The methods in the order of the ensemble's members. */
export const methods = ['erm', 'mixup'] as const;

/** What is run for some settings, and where both networks are looked at. */
export interface Experiment {
  readonly settings: Settings;
  /** The part of the plane that is shown. */
  readonly extent: Extent;
  readonly training: readonly ToyPoint[];
  readonly ensemble: Ensemble;
  /** Grid cells, then training examples, then test examples, `[count, 2]`. */
  readonly points: Float32Array;
  /** The labels of the test examples, all right. */
  readonly testLabels: Uint8Array;
}

/** Sets up the paired experiment: ERM and mixup with one seed, so that data, initial weights and order of examples are shared. */
export function makeExperiment(settings: Settings): Experiment {
  const training = trainingPoints(settings);
  const inputs = Float32Array.from(training.flatMap(({ x, y }) => [x, y]));
  const labels = Uint8Array.from(training, ({ label }) => label);
  const rows = allRows(training.length);
  const test = planeTestSet(settings, settings.seed);
  const extent = extentOf(settings);
  const cells = cellCenters(extent);
  const points = new Float32Array(cells.length + inputs.length + test.inputs.length);
  points.set(cells);
  points.set(inputs, cells.length);
  points.set(test.inputs, cells.length + inputs.length);
  return {
    settings,
    extent,
    training,
    points,
    testLabels: test.labels,
    ensemble: {
      network: planeNetwork(settings.width, settings.activation),
      inputs,
      members: [ermPolicy, mixupPolicy(settings.alpha)].map((policy) => ({
        seed: settings.seed,
        policy,
        optimizer: adam(protocol.learningRate),
        labels,
        rows,
      })),
      batch: protocol.batch,
    },
  };
}
