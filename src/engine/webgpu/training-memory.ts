import { rowCount, type Ensemble } from '../../core/training/ensemble.ts';
import { decayRates } from '../../core/training/optimizer.ts';
import type { PlanStreams } from '../../core/training/plan.ts';
import { memberFields } from './wgsl/training-declarations.ts';
import type { KernelShape } from './kernel-shape.ts';

/** Plans are made and uploaded for at most this much at once; more steps would only make the page wait for the plan. */
const planBytes = 4 * 2 ** 20;

/** More steps than this in one dispatch gain nothing. */
const mostPlannedSteps = 1024;

/** Values of a step that do not fit into a workgroup: more members than fill this take turns. */
const valuesBytes = 128 * 2 ** 20;

/** The most an ensemble may hold on the device altogether: phones have a few gigabytes for everything. */
const totalBytes = 2 ** 30;

/** The limits of a device that matter here, in bytes; the names are WebGPU's. */
interface MemoryLimits {
  readonly maxStorageBufferBindingSize: number;
  readonly maxBufferSize: number;
}

/** Sizes of an ensemble's buffers, in bytes, and what follows from them. */
export interface TrainingMemory {
  readonly members: number;
  readonly inputs: number;
  readonly labels: number;
  readonly plan: number;
  /** Of the parameters, and of each moment. */
  readonly parameters: number;
  readonly values: number;
  /** Steps the plan's buffer has room for. */
  readonly plannedSteps: number;
  /** Members that one dispatch can train. */
  readonly membersAtOnce: number;
}

/**
 * Works out what an ensemble needs on the device.
 *
 * @param labelSets how many different label arrays the members have
 * @throws RangeError that says what is too large, if it does not fit
 */
export function trainingMemory(
  ensemble: Ensemble,
  shape: KernelShape,
  streams: PlanStreams,
  labelSets: number,
  limits: MemoryLimits,
): TrainingMemory {
  const limit = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const members = ensemble.members.length;
  const rows = rowCount(ensemble);
  const corrections = decayRates(ensemble.members.map(({ optimizer }) => optimizer)).distinct.length;
  const stepBytes = 4 * (2 * corrections + (streams.orders + streams.partners + streams.lambdas) * ensemble.batch);
  const plannedSteps = Math.max(1, Math.min(mostPlannedSteps, Math.floor(Math.min(planBytes, limit) / stepBytes)));
  const memberValues = shape.placement === 'storage' ? 16 * shape.values.quads : 0;
  const membersAtOnce =
    memberValues === 0
      ? members
      : Math.min(members, Math.max(1, Math.floor(Math.min(valuesBytes, limit) / memberValues)));
  const memory: TrainingMemory = {
    members: members * 4 * (memberFields.integers.length + memberFields.floats.length),
    inputs: rows * 16 * (shape.padded.quads[0] as number),
    labels: labelSets * 4 * Math.ceil(rows / 4),
    plan: plannedSteps * stepBytes,
    parameters: members * 16 * shape.padded.parameterQuads,
    values: membersAtOnce * memberValues,
    plannedSteps,
    membersAtOnce,
  };
  expectFits(`the table of ${rows} examples`, memory.inputs, limit);
  expectFits(`the labels of ${labelSets} members`, memory.labels, limit);
  expectFits('the plan of one step', memory.plan, limit);
  expectFits(`the parameters of ${members} members`, memory.parameters, limit);
  expectFits('the values of one step', memory.values, limit);
  expectFits(
    'the ensemble',
    memory.members + memory.inputs + memory.labels + memory.plan + 3 * memory.parameters + memory.values,
    totalBytes,
  );
  return memory;
}

function expectFits(what: string, bytes: number, limit: number): void {
  if (bytes > limit)
    throw new RangeError(
      `ensemble: expected ${what} to take at most ${megabytes(limit)} on this device, got ${megabytes(bytes)}.`,
    );
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MiB`;
