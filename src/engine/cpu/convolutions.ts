import type { ConvolutionShape } from '../../core/training/convolution.ts';
import type { Arena } from './arena.ts';
import { shift, simd } from './compiled/convolutions-simd.ts';
import type { LayerLoops } from './layer-loops.ts';
import type { PaddedLayer } from './padded-layout.ts';

/* Convolutions on the CPU, fetched by workers when the first network has some: of what workers have already it takes nothing but types. */

/** Places along each side that a unit looks at. */
const kernelSide = 3;

/** The inner loops, compiled from `wasm/`, where each is explained. */
interface ConvolutionKernels {
  convolve(
    a: number,
    stepOfInner: number,
    stepOfOuter: number,
    bias: number,
    x: number,
    y: number,
    taps: number,
    places: number,
    inner: number,
    outer: number,
    rows: number,
  ): void;
  convolutionGradient(
    x: number,
    delta: number,
    weights: number,
    biases: number,
    taps: number,
    kernel: number,
    places: number,
    inputs: number,
    outputs: number,
    rows: number,
  ): void;
}

/**
 * The loops of a layer of convolutions, in the memory of an arena. The module is so small that it is compiled at once.
 *
 * @param store puts whole numbers into the memory; returns their address
 */
export function convolutionLoops(
  { kind, kernels: others, memory }: Pick<Arena, 'kind' | 'kernels' | 'memory'>,
  { weights, biases }: PaddedLayer,
  shape: ConvolutionShape,
  store: (numbers: readonly number[]) => number,
): LayerLoops {
  // In JavaScript all loops are one module.
  const kernels = (kind === 'script' ? others : compiled({ memory })) as unknown as ConvolutionKernels;
  const { channelsBelow, channels, side, sideBelow } = shape;
  const [w, b, places, placesBelow] = [4 * weights, 4 * biases, side * side, sideBelow * sideBelow];
  const all = tapsOf(shape);
  const set = channelsBelow * channels;
  const eachOf = (count: number, group: (tap: Tap) => number, numbers: (tap: Tap) => number[]): number => {
    const lists = Array.from({ length: count }, (): number[] => []);
    for (const tap of all) (lists[group(tap)] as number[]).push(...numbers(tap));
    return store(lists.flatMap((list) => [list.length / 2, ...list]));
  };
  const weightOf = ({ kernel }: Tap): number => kernel * set;
  const forth = eachOf(
    places,
    ({ above }) => above,
    (tap) => [tap.below * channelsBelow, weightOf(tap)],
  );
  const back = eachOf(
    placesBelow,
    ({ below }) => below,
    (tap) => [tap.above * channels, weightOf(tap)],
  );
  const pairs = eachOf(
    kernelSide * kernelSide,
    ({ kernel }) => kernel,
    ({ below, above }) => [below * channelsBelow, above * channels],
  );
  return {
    forward: (parameters, x, y, rows) =>
      kernels.convolve(parameters + w, channels, 1, parameters + b, x, y, forth, places, channelsBelow, channels, rows),
    gradient: (x, delta, gradient, rows) =>
      kernels.convolutionGradient(
        x,
        delta,
        gradient + w,
        gradient + b,
        pairs,
        kernelSide * kernelSide,
        places,
        channelsBelow,
        channels,
        rows,
      ),
    backward: (parameters, delta, x, rows) =>
      kernels.convolve(parameters + w, 1, channels, 0, delta, x, back, placesBelow, channels, channelsBelow, rows),
  };
}

function compiled(env: Pick<Arena, 'memory'>): WebAssembly.Exports {
  const bytes = Uint8Array.from(simd, (character) => character.charCodeAt(0) - shift);
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: env.memory as WebAssembly.Memory } })
    .exports;
}

/** A place above, a place below that it looks at, and which of the 3 x 3 weights it does so with. */
interface Tap {
  readonly above: number;
  readonly below: number;
  readonly kernel: number;
}

/** All taps of a layer: place above by place above, each in the order of the weights. */
function tapsOf({ side, sideBelow, stride }: ConvolutionShape): Tap[] {
  const line = Array.from({ length: side }, (_, above) =>
    Array.from({ length: kernelSide }, (_unused, k) => ({ above, k, below: stride * above + k - 1 })),
  )
    .flat()
    .filter(({ below }) => below >= 0 && below < sideBelow);
  const taps = line.flatMap((y) =>
    line.map((x) => ({
      above: y.above * side + x.above,
      below: y.below * sideBelow + x.below,
      kernel: y.k * kernelSide + x.k,
    })),
  );
  return taps.toSorted((one, other) => one.above - other.above || one.kernel - other.kernel);
}
