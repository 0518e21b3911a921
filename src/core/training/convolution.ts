import { expectInteger, expectOneOf } from '../expect.ts';
import type { Network } from './network.ts';

/*
 * Convolutional layers of small networks on square pictures: each unit looks at 3 x 3 places of the layer below, in all of their
 * channels, and all places share one set of weights. There is no pooling; with a stride of 2 a layer looks at every second place
 * along both sides, which halves the picture as pooling would, in a quarter of the work.
 *
 * The units of a layer, and the inputs of a network that begins with such a layer, are numbered place by place: channel `c` at column
 * `x` and row `y` is unit `(y * side + x) * channels + c`. The weights are `[3, 3, channels below, channels]`, row by row,
 * and the biases one for each channel. What would lie beside the picture counts as 0.
 */

/** What a convolutional layer is besides what lies below it. */
export interface Convolution {
  /** Units at each place: a multiple of 4, up to 32. */
  readonly channels: number;
  /** 1, or 2 for every second place along both sides. */
  readonly stride: 1 | 2;
}

/** A convolutional layer above a certain other. */
export interface ConvolutionShape extends Convolution {
  /** Places along each side of the layer, and of what lies below it. */
  readonly side: number;
  readonly sideBelow: number;
  readonly channelsBelow: number;
}

/** Places along each side that a unit looks at. */
const kernelSide = 3;

/**
 * Convolutions one above the other.
 *
 * @param side pixels along each side of a picture
 */
export function convolutionShapes(side: number, convolutions: readonly Convolution[]): ConvolutionShape[] {
  let below = { side, channels: 1 };
  return convolutions.map(({ channels, stride }) => {
    const own = { channels, stride, side: Math.ceil(below.side / stride) };
    const shape = { ...own, sideBelow: below.side, channelsBelow: below.channels };
    below = own;
    return shape;
  });
}

/**
 * A ReLU network that looks at gray pictures with convolutions, from the first up, and at what they say with one dense layer.
 *
 * @param side pixels along each side of a picture
 */
export function pictureNetwork(side: number, convolutions: readonly Convolution[], classes: number): Network {
  const shapes = convolutionShapes(side, convolutions);
  return { sizes: [side * side, ...shapes.map(unitsOf), classes], activation: 'relu', convolutions: shapes };
}

const unitsOf = ({ side, channels }: ConvolutionShape): number => side * side * channels;

/**
 * Checks the convolutions of a network.
 *
 * @throws RangeError that names the number and what was expected
 */
export function expectConvolutions({ sizes, convolutions = [] }: Network): void {
  if (convolutions.length === 0) return;
  const side = Math.sqrt(sizes[0] as number);
  expectInteger('the square root of network.sizes[0] (the side of the pictures)', side, kernelSide, 28);
  expectInteger('network.convolutions.length', convolutions.length, 1, sizes.length - 2);
  convolutionShapes(side, convolutions).forEach((shape, l) => {
    const name = `network.convolutions[${l}]`;
    const given = convolutions[l] as ConvolutionShape;
    expectInteger(`${name}.channels / 4`, given.channels / 4, 1, 8);
    expectOneOf(`${name}.stride`, given.stride, [1, 2]);
    for (const field of ['side', 'sideBelow', 'channelsBelow'] as const)
      expectInteger(`${name}.${field}`, given[field], shape[field], shape[field]);
    expectInteger(
      `network.sizes[${l + 1}] (units of a convolution)`,
      sizes[l + 1] as number,
      unitsOf(shape),
      unitsOf(shape),
    );
  });
}

/**
 * Visits the connections of one unit after another.
 *
 * @param visit takes the unit below, the unit above, and the number of the weight between them within the layer
 */
function eachConnection(
  { side, sideBelow, channels, channelsBelow, stride }: ConvolutionShape,
  visit: (below: number, above: number, weight: number) => void,
): void {
  for (let above = 0; above < side * side * channels; above += 1) {
    const place = Math.floor(above / channels);
    for (let tap = 0; tap < kernelSide * kernelSide; tap += 1) {
      const x = stride * (place % side) + (tap % kernelSide) - 1;
      const y = stride * Math.floor(place / side) + Math.floor(tap / kernelSide) - 1;
      if (x < 0 || x >= sideBelow || y < 0 || y >= sideBelow) continue;
      for (let c = 0; c < channelsBelow; c += 1) {
        const weight = (tap * channelsBelow + c) * channels + (above % channels);
        visit((y * sideBelow + x) * channelsBelow + c, above, weight);
      }
    }
  }
}

/** The sums at the units of a layer for one example, before their activation. @param weights of the layer, then its biases */
export function convolve(shape: ConvolutionShape, weights: Float64Array, below: Float64Array): Float64Array {
  const { side, channels, channelsBelow } = shape;
  const biases = kernelSide * kernelSide * channelsBelow * channels;
  const sums = Float64Array.from(
    { length: side * side * channels },
    (_, unit) => weights[biases + (unit % channels)] as number,
  );
  eachConnection(shape, (from, to, weight) => {
    (sums[to] as number) += (below[from] as number) * (weights[weight] as number);
  });
  return sums;
}

/**
 * The way back through {@link convolve}: adds the gradient for weights and biases to `gradient`, and that for the units below, before
 * the slope of their activation, to `errorBelow`.
 *
 * @param error gradient for the sums
 */
export function convolveBack(
  shape: ConvolutionShape,
  weights: Float64Array,
  below: Float64Array,
  error: Float64Array,
  gradient: Float64Array,
  errorBelow: Float64Array,
): void {
  const { channels, channelsBelow } = shape;
  const biases = kernelSide * kernelSide * channelsBelow * channels;
  error.forEach((delta, unit) => ((gradient[biases + (unit % channels)] as number) += delta));
  eachConnection(shape, (from, to, weight) => {
    const delta = error[to] as number;
    (gradient[weight] as number) += delta * (below[from] as number);
    (errorBelow[from] as number) += delta * (weights[weight] as number);
  });
}
