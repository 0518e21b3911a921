import type { ConvolutionShape } from '../../core/training/convolution.ts';
import { layerSlices, type Network } from '../../core/training/network.ts';

/**
 * One layer as the loops store it: both widths rounded up to even numbers, so that they run in blocks of two without remainders.
 * Added weights and biases are zero and stay zero: their gradients are products with zero. Of a layer of convolutions the same is done to its sets of weights.
 */
export interface PaddedLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** Index of weight (0, 0); weight (i, o) is at `weights + i * outputs + o`. */
  readonly weights: number;
  readonly biases: number;
  readonly convolution?: ConvolutionShape | undefined;
}

/** Where a padded network's parameters lie, and how wide its layers are. */
export interface PaddedLayout {
  readonly network: Network;
  /** Whether its units are tanh, as the loops take it: 1, or 0. */
  readonly isTanh: number;
  readonly layers: readonly PaddedLayer[];
  /** Units of the inputs and of each layer, each even. */
  readonly widths: readonly number[];
  /** Numbers in a padded parameter array, a multiple of 4. */
  readonly length: number;
}

/** Rows are computed in blocks of this many. */
const rowBlock = 16;

/** The least multiple of `block` that is at least `count`. */
export function roundUp(count: number, block: number): number {
  return Math.ceil(count / block) * block;
}

/** Rows that are stored for `count` of them. */
export function paddedRows(count: number): number {
  return roundUp(count, rowBlock);
}

/** Lays out a network for the loops. */
export function createPaddedLayout(network: Network): PaddedLayout {
  const widths = network.sizes.map((size) => roundUp(size, 2));
  let length = 0;
  const layers = layerSlices(network).map((slice) => {
    const inputs = roundUp(slice.inputs, 2);
    const outputs = roundUp(slice.outputs, 2);
    const weights = length;
    const biases = weights + inputs * outputs;
    length = biases + outputs;
    return { ...slice, inputs, outputs, weights, biases };
  });
  const isTanh = Number(network.activation === 'tanh');
  return { network, isTanh, layers, widths, length: roundUp(length, 4) };
}

/** Copies flat parameters (the layout of `core/training/network.ts`) into padded ones, rounded to float32. */
export function pad(layout: PaddedLayout, flat: Float64Array, padded: Float32Array): void {
  eachRun(layout, (from, to, count) => padded.set(flat.subarray(from, from + count), to));
}

/** Copies padded parameters into flat ones. */
export function unpad(layout: PaddedLayout, padded: Float32Array, flat: Float64Array): void {
  eachRun(layout, (to, from, count) => flat.set(padded.subarray(from, from + count), to));
}

/** Visits every run of numbers that is contiguous in both layouts: each row of weights, and the biases, of each layer. */
function eachRun(layout: PaddedLayout, visit: (flat: number, padded: number, count: number) => void): void {
  layerSlices(layout.network).forEach((slice, l) => {
    const layer = layout.layers[l] as PaddedLayer;
    for (let i = 0; i < slice.inputs; i += 1)
      visit(slice.weights + i * slice.outputs, layer.weights + i * layer.outputs, slice.outputs);
    visit(slice.biases, layer.biases, slice.outputs);
  });
}
