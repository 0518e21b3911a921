import type { Ensemble } from '../../core/training/ensemble.ts';
import { initialParameters, parameterCount } from '../../core/training/network.ts';
import type { Snapshot } from '../engine.ts';
import { fromTexels, toTexels, type ParameterLayout } from './parameter-layout.ts';
import { startReadBack } from './read-back.ts';
import type { Scope } from '../scope.ts';
import type { RenderTarget, WebglDevice } from './webgl-device.ts';

/** The numbers of a snapshot. */
type StateNumbers = Omit<Snapshot, 'step'>;

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
