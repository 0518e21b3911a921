import { rowCount, type Ensemble } from '../../core/training/ensemble.ts';
import { initialParameters } from '../../core/training/network.ts';
import { dropoutThreshold, noiseKey, normalQuantiles } from '../../core/random/noise.ts';
import { decayRates, type Optimizer } from '../../core/training/optimizer.ts';
import { hiddenMixingLayer } from '../../core/training/policy.ts';
import type { PlanStreams } from '../../core/training/plan.ts';
import type { Scope } from '../scope.ts';
import type { Allocator } from './buffer-ledger.ts';
import { inErrorScope } from './error-scope.ts';
import { packParameters } from './padded-network.ts';
import type { TrainingMemory } from './training-memory.ts';
import type { KernelShape } from './kernel-shape.ts';
import type { WebgpuContext } from './webgpu-context.ts';
import { memberFields, runFields, type trainingBindings } from './wgsl/training-declarations.ts';

/** The buffers of a training ensemble, by the name of their binding. */
export type TrainingBuffers = ReadonlyMap<keyof typeof trainingBindings, GPUBuffer>;

/** The different label arrays of an ensemble, in the order they are first seen. */
export function labelSets(ensemble: Ensemble): Uint8Array[] {
  return [...new Set(ensemble.members.map((member) => member.labels))];
}

/**
 * Allocates and fills all buffers of an ensemble at step 0; `scope` owns them, also after an error.
 *
 * @throws RangeError if the device runs out of memory
 */
export async function createTrainingBuffers(
  context: WebgpuContext,
  ensemble: Ensemble,
  shape: KernelShape,
  streams: PlanStreams,
  memory: TrainingMemory,
  scope: Scope,
): Promise<TrainingBuffers> {
  const { device, guard, buffers } = context;
  guard.check();
  const { result: created, error } = inErrorScope(device, 'out-of-memory', () =>
    fillBuffers(buffers.for(scope), ensemble, shape, streams, memory),
  );
  if (await guard.wait(error))
    throw new RangeError(
      `ensemble: expected ${ensemble.members.length} members to fit on this device, but it ran out of memory.`,
    );
  return created;
}

function fillBuffers(
  buffers: Allocator,
  ensemble: Ensemble,
  shape: KernelShape,
  streams: PlanStreams,
  memory: TrainingMemory,
): TrainingBuffers {
  const { STORAGE, UNIFORM, COPY_DST, COPY_SRC } = GPUBufferUsage;
  const state = STORAGE | COPY_DST | COPY_SRC;
  const created = new Map<keyof typeof trainingBindings, GPUBuffer>([
    ['run', buffers.create('run', 4 * runFields.length, UNIFORM | COPY_DST)],
    ['members', buffers.upload('members', describeMembers(ensemble, streams), STORAGE)],
    ['inputs', buffers.upload('inputs', padRows(ensemble), STORAGE)],
    ['labels', buffers.upload('labels', packLabels(ensemble), STORAGE)],
    ['plan', buffers.create('plan', memory.plan, STORAGE | COPY_DST)],
    ['parameters', buffers.upload('parameters', packInitialParameters(ensemble, shape), state)],
    ['firstMoments', buffers.create('first moments', memory.parameters, state)],
  ]);
  if (shape.optimizer === 'adam')
    created.set('secondMoments', buffers.create('second moments', memory.parameters, state));
  if (shape.placement === 'storage') created.set('values', buffers.create('values', memory.values, STORAGE));
  if (shape.inputNoise)
    created.set(
      'normalQuantiles',
      buffers.upload('normal quantiles', normalQuantiles() as Float32Array<ArrayBuffer>, UNIFORM),
    );
  return created;
}

function packInitialParameters({ network, members }: Ensemble, { padded }: KernelShape): Float32Array<ArrayBuffer> {
  const packed = new Float32Array(4 * padded.parameterQuads * members.length);
  members.forEach((member, m) =>
    packed.set(packParameters(padded, initialParameters(network, member.seed), 1), 4 * padded.parameterQuads * m),
  );
  return packed;
}

/** Each row padded with zeros to whole vec4s. */
function padRows(ensemble: Ensemble): Float32Array<ArrayBuffer> {
  const width = ensemble.network.sizes[0] as number;
  const paddedWidth = 4 * Math.ceil(width / 4);
  const rows = rowCount(ensemble);
  const padded = new Float32Array(rows * paddedWidth);
  for (let row = 0; row < rows; row += 1)
    padded.set(ensemble.inputs.subarray(row * width, (row + 1) * width), row * paddedWidth);
  return padded;
}

/** Every label array once, one byte a label, each array at a multiple of four bytes. */
function packLabels(ensemble: Ensemble): Uint8Array<ArrayBuffer> {
  const stride = labelStride(ensemble);
  const sets = labelSets(ensemble);
  const packed = new Uint8Array(stride * sets.length);
  sets.forEach((labels, index) => packed.set(labels, index * stride));
  return packed;
}

const labelStride = (ensemble: Ensemble): number => 4 * Math.ceil(rowCount(ensemble) / 4);

/** The members' entries of the program's array `members`. */
function describeMembers(ensemble: Ensemble, streams: PlanStreams): Uint32Array<ArrayBuffer> {
  const { integers, floats } = memberFields;
  const width = integers.length + floats.length;
  const words = new Uint32Array(ensemble.members.length * width);
  const floatWords = new Float32Array(words.buffer);
  const sets = labelSets(ensemble);
  const rates = decayRates(ensemble.members.map(({ optimizer }) => optimizer)).of;
  ensemble.members.forEach(({ seed, policy, optimizer, labels }, m) => {
    const fields: Record<(typeof integers)[number] | (typeof floats)[number], number> = {
      noiseKey: noiseKey(seed),
      order: streams.order[m] as number,
      partner: streams.partner[m] as number,
      lambda: streams.lambda[m] as number,
      labels: sets.indexOf(labels) * labelStride(ensemble),
      mixesInputs: Number(policy.mixInputs),
      mixesLabels: Number(policy.mixLabels),
      mixingLayer: hiddenMixingLayer(policy),
      dropoutThreshold: dropoutThreshold(policy.dropout),
      correction: rates[m] as number,
      keepScale: 1 / (1 - policy.dropout),
      inputNoise: policy.inputNoise,
      labelSmoothing: policy.labelSmoothing,
      ...optimizerFields(optimizer),
    };
    integers.forEach((field, k) => (words[m * width + k] = fields[field]));
    floats.forEach((field, k) => (floatWords[m * width + integers.length + k] = fields[field]));
  });
  return words;
}

/** Complements such as 1 - beta2 are rounded once, from float64: 1 - 0.999 in float32 would be off by 1e-5. */
function optimizerFields(optimizer: Optimizer): Record<OptimizerField, number> {
  const { learningRate, weightDecay } = optimizer;
  const none = { momentum: 0, beta1: 0, beta1Rest: 0, beta2: 0, beta2Rest: 0, epsilon: 0 };
  if (optimizer.kind === 'sgd') return { ...none, learningRate, weightDecay, momentum: optimizer.momentum };
  const { beta1, beta2, epsilon } = optimizer;
  return { ...none, learningRate, weightDecay, beta1, beta1Rest: 1 - beta1, beta2, beta2Rest: 1 - beta2, epsilon };
}

type OptimizerField =
  'learningRate' | 'weightDecay' | 'momentum' | 'beta1' | 'beta1Rest' | 'beta2' | 'beta2Rest' | 'epsilon';
