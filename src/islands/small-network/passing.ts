import { forward, logSoftmax } from '../../core/training/forward.ts';
import { layerSlices } from '../../core/training/network.ts';
import type { Place } from '../../figures/plane/surface-point.ts';
import { smallNetwork } from '../../studies/small-network.ts';
import type { Unit } from './fold.ts';

/** Everything between a point and the answer to it. */
interface Passing {
  /** What each of the three units passes on, at least 0. */
  readonly passed: readonly number[];
  /** What arrives at A and at B. */
  readonly scores: readonly number[];
  /** Probability of A and of B. */
  readonly shares: readonly number[];
}

const [toUnits, toAnswers] = layerSlices(smallNetwork) as [
  ReturnType<typeof layerSlices>[number],
  ReturnType<typeof layerSlices>[number],
];

/** The three units of the network. @param parameters in its own layout */
export function unitsOf(parameters: Float64Array): Unit[] {
  return Array.from({ length: toUnits.outputs }, (_, unit) => ({
    first: parameters[toUnits.weights + unit] as number,
    second: parameters[toUnits.weights + toUnits.outputs + unit] as number,
    constant: parameters[toUnits.biases + unit] as number,
  }));
}

/** The weight from a unit to an answer, 0 for A and 1 for B. */
export const weightTo = (parameters: Float64Array, unit: number, answer: number): number =>
  parameters[toAnswers.weights + unit * toAnswers.outputs + answer] as number;

/** The constant that an answer adds, 0 for A and 1 for B. */
export const constantOf = (parameters: Float64Array, answer: number): number =>
  parameters[toAnswers.biases + answer] as number;

/** Sends a point through the network. */
export function passThrough(parameters: Float64Array, { x, y }: Place): Passing {
  const [, passed, scores] = forward(smallNetwork, parameters, Float64Array.of(x, y), 1) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return {
    passed: Array.from(passed),
    scores: Array.from(scores),
    shares: Array.from(logSoftmax(scores, scores.length), Math.exp),
  };
}

/**
 * The probability of B on a grid of cells over a square, row by row from the bottom.
 *
 * @param cells along each side
 */
export function sharesOfB(
  parameters: Float64Array,
  [least, greatest]: readonly [number, number],
  cells: number,
): number[] {
  const at = (index: number): number => least + ((index + 0.5) / cells) * (greatest - least);
  const points = Float64Array.from({ length: 2 * cells * cells }, (_, k) =>
    at(k % 2 === 0 ? (k >> 1) % cells : Math.floor((k >> 1) / cells)),
  );
  const scores = forward(smallNetwork, parameters, points, cells * cells).at(-1) as Float64Array;
  return Array.from({ length: cells * cells }, (_, cell) =>
    Math.exp(logSoftmax(scores.subarray(2 * cell, 2 * cell + 2), 2)[1] as number),
  );
}
