import type { Network } from '../../../core/training/network.ts';
import { adam } from '../../../core/training/optimizer.ts';
import type { Arena } from '../arena.ts';
import { createPaddedLayout, pad, paddedRows, unpad, type PaddedLayer, type PaddedLayout } from '../padded-layout.ts';
import { createUpdate } from '../update.ts';

/** One of a game's networks where the loops find it. What is a number here is an address. */
export interface PlacedNetwork {
  readonly layout: PaddedLayout;
  readonly parameters: number;
  /** Gradient for the parameters, padded. */
  readonly gradient: number;
  /** Moves the parameters against the gradient; `step` counts from 1. */
  update(step: number): void;
  /** The parameters, flat. */
  read(): Float64Array;
  dispose(): void;
}

/** Places a network. @param start its flat initial parameters */
export function placeNetwork(arena: Arena, network: Network, start: Float64Array, learningRate: number): PlacedNetwork {
  const layout = createPaddedLayout(network);
  const { length } = layout;
  const [parameters, firstMoments, secondMoments, gradient] = Array.from({ length: 4 }, () =>
    arena.take(4 * length),
  ) as [number, number, number, number];
  pad(layout, start, arena.floats(parameters, length));
  const update = createUpdate(arena.kernels, adam(learningRate), length);
  return {
    layout,
    parameters,
    gradient,
    update: (step) => update({ parameters, firstMoments, secondMoments }, gradient, step),
    read() {
      const flat = new Float64Array(start.length);
      unpad(layout, arena.floats(parameters, length), flat);
      return flat;
    },
    dispose: () => [parameters, firstMoments, secondMoments, gradient].forEach((one) => arena.release(one)),
  };
}

/** Room for some rows on their way through a network and back. */
interface Pass {
  /** Rows, a multiple of 16. */
  readonly rows: number;
  /** Addresses of the values of the inputs and of each layer, `[width, rows]`; the last are not activated. */
  readonly values: readonly number[];
  /** Of the gradients for them before activation. */
  readonly deltas: readonly number[];
  dispose(): void;
}

/** Takes room for at least `count` rows. */
export function createPass(arena: Arena, layout: PaddedLayout, count: number): Pass {
  const rows = paddedRows(count);
  const perLayer = (): number[] => layout.widths.map((width) => arena.take(4 * width * rows));
  const [values, deltas] = [perLayer(), perLayer()];
  return { rows, values, deltas, dispose: () => [...values, ...deltas].forEach((one) => arena.release(one)) };
}

/** The layer into the values of number l, from 1. */
export const layerInto = ({ layout }: PlacedNetwork, l: number): PaddedLayer => layout.layers[l - 1] as PaddedLayer;

/** An address of those of the layers. */
export const at = (addresses: readonly number[], l: number): number => addresses[l] as number;

/** Computes the values of all layers from those of the inputs. */
export function runForward({ kernels }: Arena, network: PlacedNetwork, { rows, values }: Pass): void {
  const last = network.layout.layers.length;
  for (let l = 1; l <= last; l += 1) {
    const { inputs, outputs, weights, biases } = layerInto(network, l);
    const [w, b] = [network.parameters + 4 * weights, network.parameters + 4 * biases];
    kernels.product(w, outputs, 1, b, at(values, l - 1), at(values, l), inputs, outputs, rows);
    if (l < last) kernels.activate(0, at(values, l), rows * outputs);
  }
}

/** Computes the deltas of all layers, the inputs' included, from those of the last one. */
export function runBackward({ kernels }: Arena, network: PlacedNetwork, { rows, values, deltas }: Pass): void {
  for (let l = network.layout.layers.length; l >= 1; l -= 1) {
    const { inputs, outputs, weights } = layerInto(network, l);
    const w = network.parameters + 4 * weights;
    kernels.product(w, 1, outputs, 0, at(deltas, l), at(deltas, l - 1), outputs, inputs, rows);
    if (l > 1) kernels.scaleBySlope(0, at(values, l - 1), 0, 1, at(deltas, l - 1), rows * inputs);
  }
}

/**
 * Computes the gradient for the parameters from what goes into each layer and the deltas of what comes out of it.
 *
 * @param into addresses of the former, like `values` of a pass
 * @param to address of the gradient, padded
 */
export function takeGradient(
  { kernels }: Arena,
  network: PlacedNetwork,
  { rows, deltas }: Pick<Pass, 'rows' | 'deltas'>,
  into: readonly number[],
  to: number,
): void {
  network.layout.layers.forEach(({ inputs, outputs, weights, biases }, l) => {
    const [w, b] = [to + 4 * weights, to + 4 * biases];
    kernels.gradient(at(into, l), at(deltas, l + 1), w, b, inputs, outputs, rows);
  });
}
