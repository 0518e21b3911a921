import { allRows, type Ensemble } from '../../../src/core/training/ensemble.ts';
import { convolutionShapes, type Convolution } from '../../../src/core/training/convolution.ts';
import type { Activation } from '../../../src/core/training/network.ts';
import { adam, type Optimizer } from '../../../src/core/training/optimizer.ts';
import { ermPolicy, type Policy } from '../../../src/core/training/policy.ts';
import { createRandom, randomInteger, randomNormal, type Random } from '../../../src/core/random/random.ts';

/** What a test wants to vary; the rest has defaults. */
export interface Problem {
  readonly sizes: readonly number[];
  readonly activation?: Activation;
  readonly convolutions?: readonly Convolution[];
  readonly batch?: number;
  readonly rows?: number;
  readonly policies?: readonly Policy[];
  readonly optimizer?: Optimizer;
}

/**
 * An ensemble on overlapping Gaussian blobs, one for each class, with wrong labels among the right ones, so that no member
 * can fit it and gradients stay far from zero. Every third member has its own seed, labels and rows.
 */
export function createProblem({
  sizes,
  activation = 'tanh',
  convolutions,
  batch = 32,
  rows = 120,
  policies = [ermPolicy],
  optimizer = adam(0.01),
}: Problem): Ensemble {
  const random = createRandom(7, 'conformance', sizes.length, ...sizes);
  const columns = sizes[0] as number;
  const classes = sizes.at(-1) as number;
  const centers = Float32Array.from({ length: classes * columns }, () => randomNormal(random));
  const drawn = drawLabels(random, rows, classes);
  const inputs = Float32Array.from({ length: rows * columns }, (_, k) => {
    const label = drawn[Math.floor(k / columns)] as number;
    return 0.7 * (centers[label * columns + (k % columns)] as number) + randomNormal(random);
  });
  const corrupted = drawn.map((label) => (random() < 0.2 ? randomInteger(random, classes) : label));
  const everyRow = allRows(rows);
  const someRows = everyRow.filter((row) => row % 4 !== 1);
  return {
    network: {
      sizes,
      activation,
      ...(convolutions && { convolutions: convolutionShapes(Math.sqrt(columns), convolutions) }),
    },
    inputs,
    batch,
    members: policies.map((policy, m) =>
      m % 3 === 2
        ? { seed: 100 + m, policy, optimizer, labels: drawn, rows: someRows }
        : { seed: 42, policy, optimizer, labels: corrupted, rows: everyRow },
    ),
  };
}

function drawLabels(random: Random, rows: number, classes: number): Uint8Array {
  return Uint8Array.from({ length: rows }, () => randomInteger(random, classes));
}
