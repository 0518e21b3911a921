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
 * A row of more than {@link bandWidth} texels would not fit on every device: it is cut into bands that stand below one another.
 */
export interface ParameterLayout {
  readonly layers: readonly LayerBlocks[];
  /** Texels of a row of the texture. */
  readonly width: number;
  /** Texel rows of one member, 8 for each band. */
  readonly height: number;
  readonly bands: number;
  /** For each of a member's parameters, its index among the member's `4 width height` numbers. */
  readonly places: Uint32Array;
}

/** Most texels of a row of one member's parameters, as a power of two. */
export const bandWidthBits = 10;
const bandWidth = 2 ** bandWidthBits;

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
  const pairs = Math.ceil(next / 2);
  const bands = Math.ceil(pairs / bandWidth);
  const width = bands === 1 ? pairs : bandWidth;
  const places = new Uint32Array(parameterCount(network));
  let parameter = 0;
  for (const { inputs, outputs, firstBlock, outputBlocks } of layers) {
    for (let i = 0; i <= inputs; i += 1) {
      for (let o = 0; o < outputs; o += 1) {
        const block = firstBlock + (i >> 2) * outputBlocks + (o >> 2);
        const band = Math.floor((block >> 1) / bandWidth);
        const row = band * 8 + (block & 1) * 4 + (i & 3);
        places[parameter] = (row * width + ((block >> 1) % bandWidth)) * 4 + (o & 3);
        parameter += 1;
      }
    }
  }
  return { layers, width, height: 8 * bands, bands, places };
}

/**
 * Arranges flat parameters of a chunk's members for their texture; places that are left hold zeros.
 *
 * @param flat `[members, parameters]`
 * @returns `[count, height, width, 4]`
 */
function toTexels(layout: ParameterLayout, count: number, flat: Float64Array): Float32Array {
  const { places } = layout;
  const stride = layout.width * layout.height * 4;
  const texels = new Float32Array(count * stride);
  const members = flat.length / places.length;
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

/** Weights and both moments of all members, chunk by chunk. A step reads a chunk's state and writes the spare one, which then takes its place. */
export interface MemberStates {
  /** The present state of a chunk. */
  present(chunk: number): RenderTarget;
  /** The state that holds nothing now. */
  readonly spare: RenderTarget;
  /** Makes the spare state a chunk's, and the chunk's the spare. */
  swap(chunk: number): void;
  set(numbers: StateNumbers): void;
  read(): Promise<StateNumbers>;
}

/** Allocates the states, at the members' initial parameters; `scope` owns them. */
export function createMemberStates(
  device: WebglDevice,
  ensemble: Ensemble,
  layout: ParameterLayout,
  { chunk: places, chunks }: { readonly chunk: number; readonly chunks: number },
  scope: Scope,
): MemberStates {
  const parameters = parameterCount(ensemble.network);
  const create = (): RenderTarget => scope.own(device.createTarget(3, layout.width, places * layout.height));
  const present = Array.from({ length: chunks }, create);
  let spare = create();
  const membersOf = (chunk: number): number => Math.min(places, ensemble.members.length - chunk * places);
  const presentOf = (chunk: number): RenderTarget => present[chunk] as RenderTarget;
  const states: MemberStates = {
    present: presentOf,
    get spare() {
      return spare;
    },
    swap(chunk) {
      const before = presentOf(chunk);
      present[chunk] = spare;
      spare = before;
    },
    set(numbers) {
      present.forEach((target, chunk) => {
        const first = chunk * places * parameters;
        const end = first + membersOf(chunk) * parameters;
        [numbers.parameters, numbers.firstMoments, numbers.secondMoments].forEach((flat, k) => {
          target.upload(k, toTexels(layout, places, flat.subarray(first, end)));
        });
      });
    },
    async read() {
      const readBack = startReadBack(device);
      try {
        for (const target of present) readBack.copy(target, 0, target.width, target.height);
      } catch (error) {
        readBack.dispose();
        throw error;
      }
      const all = await readBack.read();
      const size = places * layout.width * layout.height * 4;
      const part = (k: number): Float64Array => {
        const flat = new Float64Array(ensemble.members.length * parameters);
        present.forEach((_, chunk) => {
          const texels = all.subarray((3 * chunk + k) * size, (3 * chunk + k + 1) * size);
          flat.set(fromTexels(layout, membersOf(chunk), texels), chunk * places * parameters);
        });
        return flat;
      };
      return { parameters: part(0), firstMoments: part(1), secondMoments: part(2) };
    },
  };
  const initial = initialState(ensemble);
  const zeros = new Float64Array(initial.length);
  states.set({ parameters: initial, firstMoments: zeros, secondMoments: zeros });
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
