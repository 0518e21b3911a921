import { alphaRange, sampleBeta } from '../random/beta.ts';
import type { DataSet } from './data-set.ts';
import { expectInteger, expectNumber } from '../expect.ts';
import { createRandom, randomInteger, randomNormal, type Random } from '../random/random.ts';

/**
 * A vicinity distribution: where virtual examples may lie around a real one (Sec. 2 of the paper).
 * - `spike`: the example itself, which makes vicinal risk minimization the same as ERM;
 * - `gaussian`: the input moved by normal noise of deviation `sigma` in every coordinate, the label kept (Chapelle et al. 2000);
 * - `mixup`: input and label mixed with those of a partner, uniform over all examples, by lambda from Beta(alpha, alpha).
 */
export type Vicinity =
  | { readonly kind: 'spike' }
  | { readonly kind: 'gaussian'; readonly sigma: number }
  | { readonly kind: 'mixup'; readonly alpha: number };

/** Virtual examples as pairs of rows still to be mixed: `lambda x_first + (1 - lambda) x_second`, and the same for labels. */
export interface VirtualExamples {
  /** `[rows, width]`: the examples, then whatever rows the vicinity adds. */
  readonly rows: Float32Array;
  readonly width: number;
  /** Weight of class B of each row, 0 or 1, `[rows]`. */
  readonly labels: Float32Array;
  /** Row numbers of the examples drawn around, `[count]`. */
  readonly first: Uint32Array;
  /** `[count]`. */
  readonly second: Uint32Array;
  /** Weights of the first rows in [0, 1], `[count]`. */
  readonly lambdas: Float32Array;
}

/** Draws the next `count` (at least 1) virtual examples of a sequence; it goes on where the call before ended. */
export type VicinitySampler = (count: number) => VirtualExamples;

/**
 * Opens the sequence of virtual examples that belongs to a seed: an example drawn uniformly, then a point of its vicinity.
 * However the sequence is cut into calls, it is the same. All vicinities of one seed draw around the same examples.
 *
 * A point of a Gaussian vicinity is written as a mixture as well: the example, mixed by lambda = 1 - sigma with a copy of
 * it that was moved by standard normal noise.
 *
 * @param examples two classes
 * @param vicinity sigma from 0 to 1, alpha 0 or from 0.001 to 1000
 * @param seed whole number
 * @param only draw around this row only
 * @throws RangeError that names the argument
 */
export function createVicinitySampler(
  examples: DataSet,
  vicinity: Vicinity,
  seed: number,
  only?: number,
): VicinitySampler {
  const count = expectInteger('examples.labels.length', examples.labels.length, 1);
  expectInteger('examples.classes', examples.classes, 2, 2);
  if (only !== undefined) expectInteger('only', only, 0, count - 1);
  const around = createRandom(seed, 'vicinity', 'examples');
  const complete = completion(examples, vicinity, seed);
  return (size) => {
    expectInteger('count', size, 1);
    const first = new Uint32Array(size).map(() => only ?? randomInteger(around, count));
    return complete(first);
  };
}

/** Gives each chosen example its second row and its lambda. */
function completion(examples: DataSet, vicinity: Vicinity, seed: number): (first: Uint32Array) => VirtualExamples {
  const { inputs: rows, width } = examples;
  const labels = Float32Array.from(examples.labels);
  switch (vicinity.kind) {
    case 'spike':
      return (first) => ({ rows, width, labels, first, second: first, lambdas: filled(first.length, 1) });
    case 'gaussian': {
      const lambda = 1 - expectNumber('vicinity.sigma', vicinity.sigma, 0, 1);
      const noise = createRandom(seed, 'vicinity', 'noise');
      return (first) => ({
        ...withMovedCopies({ rows, width, labels }, first, noise),
        width,
        first,
        second: first.map((_, k) => labels.length + k),
        lambdas: filled(first.length, lambda),
      });
    }
    case 'mixup': {
      const { alpha } = vicinity;
      const partners = createRandom(seed, 'vicinity', 'partners');
      const weights = createRandom(seed, 'vicinity', 'lambdas');
      if (alpha !== 0) expectNumber('vicinity.alpha (when not 0)', alpha, ...alphaRange);
      return (first) => ({
        rows,
        width,
        labels,
        first,
        second: first.map(() => randomInteger(partners, labels.length)),
        lambdas: filled(first.length, 0).map(() => sampleBeta(alpha, weights)),
      });
    }
  }
}

/** The rows, and behind them a copy of each chosen one moved by standard normal noise. */
function withMovedCopies(
  { rows, width, labels }: Pick<VirtualExamples, 'rows' | 'width' | 'labels'>,
  chosen: Uint32Array,
  noise: Random,
): { rows: Float32Array; labels: Float32Array } {
  const allRows = new Float32Array(rows.length + chosen.length * width);
  const allLabels = new Float32Array(labels.length + chosen.length);
  allRows.set(rows);
  allLabels.set(labels);
  chosen.forEach((row, k) => {
    for (let c = 0; c < width; c += 1)
      allRows[rows.length + k * width + c] = (rows[row * width + c] as number) + randomNormal(noise);
    allLabels[labels.length + k] = labels[row] as number;
  });
  return { rows: allRows, labels: allLabels };
}

const filled = (length: number, value: number): Float32Array => new Float32Array(length).fill(value);
