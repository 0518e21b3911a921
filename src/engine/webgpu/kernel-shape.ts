import { optimizerKind, type Ensemble } from '../../core/training/ensemble.ts';
import type { Optimizer } from '../../core/training/optimizer.ts';
import { hiddenMixingLayer, maskOf } from '../../core/training/policy.ts';
import { padNetwork, type PaddedNetwork } from './padded-network.ts';

/** Everything about an ensemble that the text of its training program depends on. */
export interface KernelShape {
  readonly padded: PaddedNetwork;
  /** Examples in one step. */
  readonly batch: number;
  /** `batch` rounded up to a multiple of four; the rows added have a zero gradient. */
  readonly rows: number;
  /** The deepest hidden layer at which some member mixes; 0 if all mix the inputs or nothing. */
  readonly mixingLayer: number;
  /** Whether some member drops hidden units. */
  readonly dropout: boolean;
  /** Whether some member adds noise to its inputs. */
  readonly inputNoise: boolean;
  /** Whether some member cuts pictures. */
  readonly cuts: boolean;
  readonly optimizer: Optimizer['kind'];
  readonly values: ValueLayout;
  /** Where values lie: memory shared by a workgroup if they fit, else a storage buffer. */
  readonly placement: 'workgroup' | 'storage';
  readonly workgroupSize: number;
}

/** Where one member's values of a step lie, in quads. Each block is `[rows, quads of the layer]`. */
interface ValueLayout {
  /** What the examples of the step were drawn to be, a quad for each. */
  readonly pairs: number;
  /** Activations of layer l, l = 0 (inputs) to the last hidden layer. Up to `mixingLayer`, second partners' rows follow the first partners'. */
  readonly activations: readonly number[];
  /** Derivatives of the loss for the weighted sums of layer l, l = 1 to the output layer (entry 0 is unused), with the same rows. */
  readonly deltas: readonly number[];
  /** The mixed values of whichever hidden layer the member mixes. */
  readonly mixed: number;
  /** Whether deltas lie where the activations of the layer after them were, which is updated before they come. */
  readonly reuses: boolean;
  /** All of it. */
  readonly quads: number;
}

/** What a workgroup may have on a device. */
export interface WorkgroupLimits {
  /** Memory its threads share. */
  readonly bytes: number;
  readonly threads: number;
}

/**
 * Decides how an ensemble is laid out on a device.
 *
 * @param workgroup how much memory a workgroup may share on the device, and how many threads it may have
 */
export function kernelShape(ensemble: Ensemble, workgroup: WorkgroupLimits): KernelShape {
  const padded = padNetwork(ensemble.network);
  const policies = ensemble.members.map((member) => member.policy);
  const rows = 4 * Math.ceil(ensemble.batch / 4);
  const mixingLayer = Math.max(...policies.map(hiddenMixingLayer));
  // With updates between the layers' deltas a step needs less memory and more barriers.
  const layouts = [false, true].map((reuses) => layOutValues(padded, rows, mixingLayer, reuses));
  const fitting = layouts.find(({ quads }) => quads * 16 <= workgroup.bytes);
  return {
    padded,
    batch: ensemble.batch,
    rows,
    mixingLayer,
    dropout: policies.some((policy) => policy.dropout > 0),
    inputNoise: policies.some((policy) => policy.inputNoise > 0),
    cuts: policies.some((policy) => maskOf(policy) !== undefined),
    optimizer: optimizerKind(ensemble),
    values: fitting ?? (layouts[0] as ValueLayout),
    placement: fitting ? 'workgroup' : 'storage',
    workgroupSize: chooseWorkgroupSize(padded, rows, workgroup.threads),
  };
}

function layOutValues({ quads }: PaddedNetwork, rows: number, mixingLayer: number, reuses: boolean): ValueLayout {
  let next = 0;
  const reserve = (count: number): number => {
    next += count;
    return next - count;
  };
  const pairs = reserve(rows);
  const sides = (l: number): number => (mixingLayer > 0 && l <= mixingLayer ? 2 : 1);
  const sizeOf = (l: number): number => sides(l) * rows * (quads[l] as number);
  const activations = quads.slice(0, -1).map((_, l) => reserve(sizeOf(l)));
  const deltas = quads.map((_, l) => {
    if (l === 0) return 0;
    const after = activations[l + 1];
    return reuses && after !== undefined && sizeOf(l) <= sizeOf(l + 1) ? after : reserve(sizeOf(l));
  });
  const mixed = mixingLayer === 0 ? 0 : reserve(rows * Math.max(...quads.slice(1, mixingLayer + 1)));
  return { pairs, activations, deltas, mixed, reuses, quads: next };
}

/** As many threads as the largest layer has tiles of 4 examples x 4 units: a multiple of 32, so that hardware subgroups are full. */
function chooseWorkgroupSize({ quads }: PaddedNetwork, rows: number, most: number): number {
  const tiles = (rows / 4) * Math.max(...quads.slice(1));
  return Math.min(most, 32 * Math.ceil(tiles / 32));
}
