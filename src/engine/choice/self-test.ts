import { allRows, type Ensemble } from '../../core/training/ensemble.ts';
import { adam } from '../../core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../core/training/policy.ts';
import { openArena } from '../cpu/arena.ts';
import { createCpuTrainer } from '../cpu/cpu-trainer.ts';
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
 * Trains one step of a small case on an engine and compares all parameters with the CPU engine's arithmetic.
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
    const reference = createCpuTrainer(await openArena(), selfTestEnsemble);
    reference.train(1);
    const worst = reference.snapshot().parameters.reduce((most, value, k) => {
      const difference = Math.abs(value - (parameters[k] as number));
      return difference <= most ? most : difference;
    }, 0);
    if (!(worst <= tolerance))
      throw new Error(`its self-test was off by ${worst.toPrecision(2)}, more than ${tolerance}.`);
  } finally {
    training.dispose();
  }
}
