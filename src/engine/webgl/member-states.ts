import type { Ensemble } from '../../core/training/ensemble.ts';
import { initialParameters, layerSlices, parameterCount, type Network } from '../../core/training/network.ts';
import type { Scope } from '../scope.ts';
import type { StateNumbers } from '../training-ensemble.ts';
import { startReadBack } from './read-back.ts';
import type { RenderTarget, WebglDevice } from './webgl-device.ts';

/** Where one layer's parameters lie among a member's blocks. */
export interface LayerBlocks {
  /** Units that come in and go out, and the number of blocks of four that hold them. */
  readonly inputs: number;
  readonly outputs: number;
  readonly inputBlocks: number;
  readonly outputBlocks: number;
  /** First block of the layer, and the one after its last. */
  readonly firstBlock: number;
  readonly endBlock: number;
  /** Where the biases stand: they are one more row of weights, that of an input which is always 1. */
  readonly biasBlock: number;
  readonly biasSlot: number;
}

/**
 * How the parameters of all members lie in a texture.
 *
 * A block holds the weights of four inputs by four outputs: one texel for each input, the outputs in its channels. A
 * member's blocks fill two columns of blocks side by side, so that quads of pixels are full even for one member:
 * block b, input slot q of member s is the texel `(b >> 1, (2 s + (b & 1)) 4 + q)`. The gradient has the same blocks, but
 * its four slots are four textures: `(b >> 1, 2 s + (b & 1))` of texture q. Unused slots hold zeros and stay zero.
 */
export interface ParameterLayout {
  readonly layers: readonly LayerBlocks[];
  /** Texels of a row of the texture. */
  readonly width: number;
  /** Texel rows of one member. */
  readonly height: number;
  /** For each of a member's parameters, its index among the member's `4 width height` numbers. */
  readonly places: Uint32Array;
}

/** Lays out a network's parameters. */
export function parameterLayout(network: Network): ParameterLayout {
  let next = 0;
  const layers = layerSlices(network).map(({ inputs, outputs }) => {
    const [inputBlocks, outputBlocks] = [Math.ceil(inputs / 4), Math.ceil(outputs / 4)];
    const biasBlock = inputs >> 2;
    const firstBlock = next;
    next += (biasBlock + 1 > inputBlocks ? biasBlock + 1 : inputBlocks) * outputBlocks;
    return { inputs, outputs, inputBlocks, outputBlocks, firstBlock, endBlock: next, biasBlock, biasSlot: inputs & 3 };
  });
  const width = Math.ceil(next / 2);
  const places = new Uint32Array(parameterCount(network));
  let parameter = 0;
  for (const { inputs, outputs, firstBlock, outputBlocks } of layers) {
    for (let i = 0; i <= inputs; i += 1) {
      for (let o = 0; o < outputs; o += 1) {
        const block = firstBlock + (i >> 2) * outputBlocks + (o >> 2);
        const row = (block & 1) * 4 + (i & 3);
        places[parameter] = (row * width + (block >> 1)) * 4 + (o & 3);
        parameter += 1;
      }
    }
  }
  return { layers, width, height: 8, places };
}

/**
 * Arranges flat parameters of all members for their texture.
 *
 * @param flat `[members, parameters]`
 * @returns `[members, height, width, 4]`
 */
function toTexels(layout: ParameterLayout, members: number, flat: Float64Array): Float32Array {
  const { places } = layout;
  const stride = layout.width * layout.height * 4;
  const texels = new Float32Array(members * stride);
  for (let s = 0; s < members; s += 1) {
    for (let p = 0; p < places.length; p += 1)
      texels[s * stride + (places[p] as number)] = flat[s * places.length + p] as number;
  }
  return texels;
}

/** The inverse of {@link toTexels}: `[members, parameters]`. */
function fromTexels(layout: ParameterLayout, members: number, texels: Float32Array): Float64Array {
  const { places } = layout;
  const stride = layout.width * layout.height * 4;
  const flat = new Float64Array(members * places.length);
  for (let s = 0; s < members; s += 1) {
    for (let p = 0; p < places.length; p += 1)
      flat[s * places.length + p] = texels[s * stride + (places[p] as number)] as number;
  }
  return flat;
}

/** Weights and both moments of all members, twice: a step reads one state and writes the other. */
export interface MemberStates {
  readonly both: readonly [RenderTarget, RenderTarget];
  /** Which of them is the present one. */
  readonly index: 0 | 1;
  readonly present: RenderTarget;
  /** Makes the other one present. */
  swap(): void;
  set(numbers: StateNumbers): void;
  read(): Promise<StateNumbers>;
}

/** Allocates the states, the present one at the members' initial parameters; `scope` owns them. */
export function createMemberStates(
  device: WebglDevice,
  ensemble: Ensemble,
  layout: ParameterLayout,
  scope: Scope,
): MemberStates {
  const count = ensemble.members.length;
  const create = (): RenderTarget => scope.own(device.createTarget(3, layout.width, count * layout.height));
  const both = [create(), create()] as const;
  let index: 0 | 1 = 0;
  const states: MemberStates = {
    both,
    get index() {
      return index;
    },
    get present() {
      return both[index];
    },
    swap() {
      index = index === 0 ? 1 : 0;
    },
    set({ parameters, firstMoments, secondMoments }) {
      [parameters, firstMoments, secondMoments].forEach((flat, k) => {
        both[index].upload(k, toTexels(layout, count, flat));
      });
    },
    async read() {
      const { width, height } = both[index];
      const readBack = startReadBack(device);
      try {
        readBack.copy(both[index], 0, width, height);
      } catch (error) {
        readBack.dispose();
        throw error;
      }
      const all = await readBack.read();
      const size = width * height * 4;
      const part = (k: number): Float64Array => fromTexels(layout, count, all.subarray(k * size, (k + 1) * size));
      return { parameters: part(0), firstMoments: part(1), secondMoments: part(2) };
    },
  };
  const parameters = initialState(ensemble);
  const zeros = new Float64Array(parameters.length);
  states.set({ parameters, firstMoments: zeros, secondMoments: zeros });
  return states;
}

/** The initial parameters of all members, `[members, parameters]`; drawn once for each seed. */
function initialState({ network, members }: Ensemble): Float64Array {
  const bySeed = new Map<number, Float64Array>();
  const flat = new Float64Array(members.length * parameterCount(network));
  members.forEach(({ seed }, s) => {
    const own = bySeed.get(seed) ?? initialParameters(network, seed);
    bySeed.set(seed, own);
    flat.set(own, s * own.length);
  });
  return flat;
}
