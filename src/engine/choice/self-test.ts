import { allRows, type Ensemble } from '../../core/training/ensemble.ts';
import { adam } from '../../core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../core/training/policy.ts';
import type { Engine } from '../engine.ts';
import { inTime } from '../in-time.ts';

/**
 * An engine that has not finished its self-test by then, in seconds, is not used: shaders of slow drivers need some, and a
 * software renderer, which runs only where the reader asks for it, compiles them beside whatever else the processor does.
 */
const timeLimit = ({ software }: Engine): number => (software ? 30 : 8);

/** Largest allowed difference of any parameter after the step, where one step moves each by about 0.01. */
const tolerance = 1e-4;

/** One ERM and one mixup member of a 2-4-2 tanh network on six points: small, but it passes through every kind of kernel. */
export const selfTestEnsemble: Ensemble = {
  network: { sizes: [2, 4, 2], activation: 'tanh' },
  inputs: Float32Array.of(-1, 0.5, 0.25, 1, 0.75, -0.5, -0.25, -1, 1, 0.125, -0.5, 0.375),
  members: [ermPolicy, mixupPolicy(1)].map((policy) => ({
    seed: 1,
    policy,
    optimizer: adam(0.01),
    labels: Uint8Array.of(0, 1, 1, 0, 1, 0),
    rows: allRows(6),
  })),
  batch: 4,
};

/**
 * Its parameters after one step, ERM's and then mixup's, to five decimals. Written down rather than computed on the spot, so that no page
 * loads a second engine to test the one it has.
 */
export const selfTestParameters: readonly number[] = [
  0.0955, 1.32931, -0.08867, 0.18724, -0.31734, 0.04858, -0.17022, 0.20587, -0.01, 0.01, -0.01, -0.01, 0.53629, 0.38793,
  0.59051, -0.2378, 0.078, -1.07042, 1.16842, -0.07678, -0.01, 0.01, 0.0955, 1.32931, -0.08867, 0.18724, -0.29734,
  0.04858, -0.15022, 0.22587, 0.01, 0.01, 0.01, 0.01, 0.51629, 0.40793, 0.59051, -0.2378, 0.078, -1.07042, 1.16842,
  -0.07678, -0.01, 0.01,
];

/**
 * Trains one step of a small case on an engine and compares all parameters with what they must be.
 *
 * @throws Error that says by how much they differ, or that time ran out
 */
export async function selfTest(engine: Engine): Promise<void> {
  const seconds = timeLimit(engine);
  await inTime(() => compareStep(engine), 1000 * seconds, `its self-test took longer than ${seconds} seconds.`);
}

async function compareStep(engine: Engine): Promise<void> {
  const training = await engine.prepare(selfTestEnsemble);
  try {
    await training.train(1);
    const { parameters } = await training.snapshot();
    // A number that is none stays the largest.
    const worst = Math.max(...selfTestParameters.map((value, k) => Math.abs(value - (parameters[k] as number))));
    if (!(worst <= tolerance))
      throw new Error(`its self-test was off by ${worst.toPrecision(2)}, more than ${tolerance}.`);
  } finally {
    training.dispose();
  }
}
