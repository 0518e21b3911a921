import { normalQuantiles } from '../../core/random/normal-quantiles.ts';
import type { Plan } from '../../core/training/create-plan.ts';
import type { Ensemble, Member } from '../../core/training/ensemble.ts';
import { initialParameters } from '../../core/training/network.ts';
import type { Scope } from '../scope.ts';
import type { Allocator } from './buffer-ledger.ts';
import { inErrorScope } from './error-scope.ts';
import { describeMembers, recordWords } from './member-records.ts';
import { packParameters } from './padded-network.ts';
import { packLabels, padRows } from './training-data.ts';
import type { TrainingMemory } from './training-memory.ts';
import type { KernelShape } from './kernel-shape.ts';
import type { WebgpuContext } from './webgpu-context.ts';
import { runFields, type trainingBindings } from './wgsl/training-declarations.ts';

type NamedBuffers = ReadonlyMap<keyof typeof trainingBindings, GPUBuffer>;

/** Members whose parameters share a buffer, because a buffer can't hold those of all: from number `first` on. */
export interface MemberChunk {
  readonly first: number;
  readonly count: number;
  /** The members' records, parameters and moments, by the name of their binding. */
  readonly buffers: NamedBuffers;
}

/** The buffers of a training ensemble. */
export interface TrainingBuffers {
  /** What all members share, by the name of its binding. */
  readonly shared: NamedBuffers;
  readonly chunks: readonly MemberChunk[];
}

/** What is laid out. */
export interface TrainingLayout {
  readonly ensemble: Ensemble;
  readonly plan: Plan;
  readonly shape: KernelShape;
  readonly memory: TrainingMemory;
}

/**
 * Allocates and fills all buffers of an ensemble at step 0; `scope` owns them, also after an error.
 *
 * @throws RangeError if the device runs out of memory
 */
export async function createTrainingBuffers(
  context: WebgpuContext,
  layout: TrainingLayout,
  scope: Scope,
): Promise<TrainingBuffers> {
  const { device, guard, buffers } = context;
  guard.check();
  const { result: created, error } = inErrorScope(device, 'out-of-memory', () => {
    const allocator = buffers.for(scope);
    return { shared: fillShared(allocator, layout), chunks: fillChunks(allocator, layout) };
  });
  if (await guard.wait(error))
    throw new RangeError(
      `ensemble: expected ${layout.ensemble.members.length} members to fit on this device, but it ran out of memory.`,
    );
  return created;
}

function fillShared(buffers: Allocator, { ensemble, plan, shape, memory }: TrainingLayout): NamedBuffers {
  const { STORAGE, UNIFORM, COPY_DST } = GPUBufferUsage;
  const table = new Float32Array(memory.plan / 4);
  table.set(plan.table);
  const created = new Map<keyof typeof trainingBindings, GPUBuffer>([
    ['run', buffers.create('run', 4 * runFields.length, UNIFORM | COPY_DST)],
    ['inputs', buffers.upload('inputs', padRows(ensemble), STORAGE)],
    ['labels', buffers.upload('labels', packLabels(ensemble), STORAGE)],
    ['plan', buffers.upload('plan', table, STORAGE)],
  ]);
  if (shape.placement === 'storage') created.set('values', buffers.create('values', memory.values, STORAGE));
  if (shape.inputNoise)
    created.set(
      'normalQuantiles',
      buffers.upload('normal quantiles', normalQuantiles() as Float32Array<ArrayBuffer>, UNIFORM),
    );
  return created;
}

function fillChunks(buffers: Allocator, { ensemble, plan, shape, memory }: TrainingLayout): MemberChunk[] {
  const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
  const state = STORAGE | COPY_DST | COPY_SRC;
  const records = describeMembers(ensemble, plan);
  const startOf = initialStates(ensemble, shape);
  const chunks: MemberChunk[] = [];
  for (let first = 0; first < ensemble.members.length; first += memory.membersOfChunk) {
    const members = ensemble.members.slice(first, first + memory.membersOfChunk);
    const own = records.subarray(first * recordWords, (first + members.length) * recordWords);
    const parameters = new Float32Array((members.length * memory.memberParameters) / 4);
    members.forEach((member, m) => parameters.set(startOf(member), (m * memory.memberParameters) / 4));
    const created = new Map<keyof typeof trainingBindings, GPUBuffer>([
      ['members', buffers.upload('members', own, STORAGE)],
      ['parameters', buffers.upload('parameters', parameters, state)],
      ['firstMoments', buffers.create('first moments', parameters.byteLength, state)],
    ]);
    if (shape.optimizer === 'adam')
      created.set('secondMoments', buffers.create('second moments', parameters.byteLength, state));
    chunks.push({ first, count: members.length, buffers: created });
  }
  return chunks;
}

/** Initial parameters as the device has them, computed once for each seed. */
function initialStates({ network }: Ensemble, { padded }: KernelShape): (member: Member) => Float32Array {
  const known = new Map<number, Float32Array>();
  return ({ seed }) => {
    const packed = known.get(seed) ?? packParameters(padded, initialParameters(network, seed), 1);
    known.set(seed, packed);
    return packed;
  };
}
