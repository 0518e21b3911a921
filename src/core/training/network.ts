import { expectInteger, expectLength, expectOneOf } from '../expect.ts';
import { createRandom, randomNormal } from '../random/random.ts';
import { expectConvolutions, type ConvolutionShape } from './convolution.ts';

/** The function applied at every hidden unit. The output layer is linear, followed by softmax in the loss. */
export type Activation = 'relu' | 'tanh';

/**
 * A network of layers, one above the other: `sizes` lists inputs, hidden units of each layer, and classes.
 * Its parameters are one flat array: for each layer the weights `[inputs, outputs]` row by row, then the biases.
 * All layers are fully connected but for the first few, if they are {@link convolutions}.
 */
export interface Network {
  readonly sizes: readonly number[];
  readonly activation: Activation;
  /** The hidden layers from the first up that are convolutions of pictures (`convolution.ts`); none if not given. */
  readonly convolutions?: readonly ConvolutionShape[];
}

/** Where one layer's parameters lie in the flat array. */
interface LayerSlice {
  /** What is summed at each unit, and how many sets of weights there are: of a convolution 9 times its channels below, and its channels. */
  readonly inputs: number;
  readonly outputs: number;
  readonly convolution?: ConvolutionShape | undefined;
  /** Index of the first weight; weight (i, o) is at `weights + i * outputs + o`. */
  readonly weights: number;
  /** Index of the first bias. */
  readonly biases: number;
}

/** The sizes every engine can run: inputs, hidden layers, hidden units and classes. */
const networkLimits = { inputs: [2, 784], hiddenLayers: [0, 6], units: [1, 256], classes: [2, 32] } as const;

/**
 * Checks a network against {@link networkLimits}.
 *
 * @throws RangeError that names the size and the allowed range
 */
export function expectNetwork(network: Network): Network {
  const { sizes, activation } = network;
  expectOneOf('network.activation', activation, ['relu', 'tanh']);
  expectInteger(
    'network.sizes.length (hidden layers + 2)',
    sizes.length,
    networkLimits.hiddenLayers[0] + 2,
    networkLimits.hiddenLayers[1] + 2,
  );
  expectInteger('network.sizes[0] (inputs)', sizes[0] as number, ...networkLimits.inputs);
  expectInteger(`network.sizes[${sizes.length - 1}] (classes)`, sizes.at(-1) as number, ...networkLimits.classes);
  expectConvolutions(network);
  for (let l = 1 + (network.convolutions?.length ?? 0); l < sizes.length - 1; l += 1)
    expectInteger(`network.sizes[${l}] (hidden units)`, sizes[l] as number, ...networkLimits.units);
  return network;
}

/** The layers of a network in order, and where their parameters lie. */
export function layerSlices(network: Network): LayerSlice[] {
  let next = 0;
  return network.sizes.slice(1).map((units, l) => {
    const convolution = network.convolutions?.[l];
    const inputs = convolution ? 9 * convolution.channelsBelow : (network.sizes[l] as number);
    const outputs = convolution?.channels ?? units;
    const weights = next;
    const biases = weights + inputs * outputs;
    next = biases + outputs;
    return { inputs, outputs, weights, biases, convolution };
  });
}

/** How many parameters a network has. */
export function parameterCount(network: Network): number {
  return layerSlices(network).reduce((sum, layer) => sum + (layer.inputs + 1) * layer.outputs, 0);
}

/**
 * The initial parameters that belong to a seed: weights normal with variance 2 / inputs for ReLU (He et al. 2015,
 * doi 10.1109/ICCV.2015.123) and 2 / (inputs + outputs) for tanh (Glorot and Bengio 2010), biases zero.
 * They depend on nothing but the network and the seed, so methods compared under one seed start alike.
 *
 * @returns flat parameters, each already a float32 value, so that every engine starts from the same numbers
 */
export function initialParameters(network: Network, seed: number): Float64Array {
  const parameters = new Float64Array(parameterCount(network));
  layerSlices(network).forEach((layer, l) => {
    const random = createRandom(seed, 'weights', l);
    const variance = network.activation === 'relu' ? 2 / layer.inputs : 2 / (layer.inputs + layer.outputs);
    for (let k = layer.weights; k < layer.biases; k += 1)
      parameters[k] = Math.fround(Math.sqrt(variance) * randomNormal(random));
  });
  return parameters;
}

/** Expects a flat parameter array of this network. */
export function expectParameters(network: Network, parameters: Float64Array): Float64Array {
  return expectLength(
    'parameters',
    parameters,
    parameterCount(network),
    `numbers for sizes ${network.sizes.join('-')}`,
  );
}
