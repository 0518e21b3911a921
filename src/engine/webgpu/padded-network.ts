import type { ConvolutionShape } from '../../core/training/convolution.ts';
import { layerSlices, parameterCount, type Network } from '../../core/training/network.ts';

/** Where one layer's parameters lie on the device, counted in vec4s ("quads") from a member's first. */
export interface PaddedLayer {
  /** Quads of one row of inputs: ceil(inputs / 4). */
  readonly inputQuads: number;
  /** Quads of one row of outputs: ceil(outputs / 4). */
  readonly outputQuads: number;
  /** Quads of one row of weights: those of the outputs or, of a layer of convolutions, of its channels. */
  readonly rowQuads: number;
  /** The weights of input i to outputs 4q to 4q + 3 are quad `weights + i * rowQuads + q`. */
  readonly weights: number;
  /** The biases of outputs 4q to 4q + 3 are quad `biases + q`. */
  readonly biases: number;
  readonly convolution?: ConvolutionShape | undefined;
}

/**
 * A network whose layers are padded to a multiple of four units, so that programs load four numbers at a time.
 * Padded parameters are zero and stay zero: their values, and so their gradients, are zero.
 */
export interface PaddedNetwork {
  readonly network: Network;
  /** Quads of one row of each layer's values: inputs, hidden layers, classes. */
  readonly quads: readonly number[];
  readonly layers: readonly PaddedLayer[];
  /** Quads of one member's parameters. */
  readonly parameterQuads: number;
}

/** Lays a network out in rows of vec4s. */
export function padNetwork(network: Network): PaddedNetwork {
  const quads = network.sizes.map((size) => Math.ceil(size / 4));
  let next = 0;
  const layers = layerSlices(network).map(({ inputs, outputs, convolution }, l) => {
    const [inputQuads, outputQuads] = [quads[l] as number, quads[l + 1] as number];
    const rowQuads = Math.ceil(outputs / 4);
    const weights = next;
    const biases = weights + (convolution ? inputs : 4 * inputQuads) * rowQuads;
    next = biases + rowQuads;
    return { inputQuads, outputQuads, rowQuads, weights, biases, convolution };
  });
  return { network, quads, layers, parameterQuads: next };
}

/**
 * Copies flat parameters (see `core/network.ts`) into the padded layout.
 *
 * @param flat `[members, parameters]`
 * @returns `[members, 4 * parameterQuads]`, float32
 */
export function packParameters(
  padded: PaddedNetwork,
  flat: ArrayLike<number>,
  members: number,
): Float32Array<ArrayBuffer> {
  const packed = new Float32Array(members * padded.parameterQuads * 4);
  eachRow(padded, members, (flatStart, packedStart, length) => {
    for (let k = 0; k < length; k += 1) packed[packedStart + k] = flat[flatStart + k] as number;
  });
  return packed;
}

/** The inverse of {@link packParameters}: `[members, parameters]`. */
export function unpackParameters(padded: PaddedNetwork, packed: Float32Array, members: number): Float64Array {
  const flat = new Float64Array(members * parameterCount(padded.network));
  eachRow(padded, members, (flatStart, packedStart, length) => {
    flat.set(packed.subarray(packedStart, packedStart + length), flatStart);
  });
  return flat;
}

/** Visits every row of weights, and every layer's biases, of all members: where it starts in both layouts, and its length. */
function eachRow(
  { network, layers, parameterQuads }: PaddedNetwork,
  members: number,
  visit: (flat: number, packed: number, length: number) => void,
): void {
  const slices = layerSlices(network);
  const count = parameterCount(network);
  for (let m = 0; m < members; m += 1) {
    slices.forEach(({ inputs, outputs, weights, biases }, l) => {
      const layer = layers[l] as PaddedLayer;
      const rowAt = (quad: number): number => 4 * (m * parameterQuads + quad);
      for (let i = 0; i < inputs; i += 1)
        visit(m * count + weights + i * outputs, rowAt(layer.weights + i * layer.rowQuads), outputs);
      visit(m * count + biases, rowAt(layer.biases), outputs);
    });
  }
}
