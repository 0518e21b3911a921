import type { Kernels } from './kernels.ts';
import type { PaddedLayer } from './padded-layout.ts';

/** What the loops compute of one layer. All arguments but `rows` are addresses: of parameters and gradients those of the whole network, of values `[units, rows]`. */
export interface LayerLoops {
  /** The sums at its units, before their activation. */
  readonly forward: (parameters: number, below: number, sums: number, rows: number) => void;
  /** The gradient for its parameters, from the values below and the gradient for its sums. */
  gradient(below: number, delta: number, gradient: number, rows: number): void;
  /** The gradient for the values below. */
  backward(parameters: number, delta: number, below: number, rows: number): void;
}

/** The loops of a fully connected layer. */
export function denseLoops(kernels: Kernels, { inputs, outputs, weights, biases }: PaddedLayer): LayerLoops {
  const [w, b] = [4 * weights, 4 * biases];
  return {
    forward: (parameters, below, sums, rows) =>
      kernels.product(parameters + w, outputs, 1, parameters + b, below, sums, inputs, outputs, rows),
    gradient: (below, delta, gradient, rows) =>
      kernels.gradient(below, delta, gradient + w, gradient + b, inputs, outputs, rows),
    backward: (parameters, delta, below, rows) =>
      kernels.product(parameters + w, 1, outputs, 0, delta, below, outputs, inputs, rows),
  };
}
