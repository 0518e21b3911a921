import { rowCount, type Ensemble } from '../../core/training/ensemble.ts';
import type { Plan } from '../../core/training/create-plan.ts';
import { decayRates } from '../../core/training/optimizer.ts';
import type { KernelShape } from './kernel-shape.ts';
import { recordWords } from './member-records.ts';
import { pointQuads } from './wgsl/point-phases.ts';

/** The most steps of one dispatch; more gain nothing. */
const mostSteps = 1024;

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
  readonly inputs: number;
  readonly labels: number;
  /** Of the plan's table, and Adam's bias corrections for the steps of one dispatch. */
  readonly plan: number;
  /** Of one member's parameters, and of each of its moments. */
  readonly memberParameters: number;
  readonly values: number;
  /** The most steps of one dispatch. */
  readonly stepsAtOnce: number;
  /** Members that one dispatch can train. */
  readonly membersAtOnce: number;
  /** Members whose parameters share a buffer: all of them, or as many as it may hold. */
  readonly membersOfChunk: number;
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
  plan: Plan,
  labelSets: number,
  limits: MemoryLimits,
): TrainingMemory {
  const limit = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const members = ensemble.members.length;
  const rows = rowCount(ensemble);
  const rates = decayRates(ensemble.members.map(({ optimizer }) => optimizer)).distinct.length;
  const memberValues = shape.placement === 'storage' ? 16 * shape.values.quads : 0;
  const most = (bytes: number, each: number): number =>
    each === 0 ? members : Math.min(members, Math.max(1, Math.floor(bytes / each)));
  const memberParameters = 16 * shape.padded.parameterQuads;
  const membersOfChunk = most(limit, Math.max(memberParameters, 16 * pointQuads(shape.padded)));
  const membersAtOnce = most(Math.min(valuesBytes, limit), memberValues);
  const memory: TrainingMemory = {
    inputs: rows * 16 * (shape.padded.quads[0] as number),
    labels: labelSets * 4 * Math.ceil(rows / 4),
    plan: 4 * (plan.table.length + 2 * rates * mostSteps),
    memberParameters,
    values: membersAtOnce * memberValues,
    stepsAtOnce: mostSteps,
    membersAtOnce,
    membersOfChunk,
  };
  expectFits(`the table of ${rows} examples`, memory.inputs, limit);
  expectFits(`the labels of ${labelSets} members`, memory.labels, limit);
  expectFits('the rows and partners of its members', memory.plan, limit);
  expectFits('the parameters of one member', memberParameters, limit);
  expectFits('the values of one step', memory.values, limit);
  const shared = memory.inputs + memory.labels + memory.plan + memory.values;
  expectFits(`${members} members`, shared + members * (3 * memberParameters + 4 * recordWords), totalBytes);
  return memory;
}

function expectFits(what: string, bytes: number, limit: number): void {
  if (bytes > limit)
    throw new RangeError(
      `ensemble: expected ${what} to take at most ${megabytes(limit)} on this device, got ${megabytes(bytes)}.`,
    );
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MiB`;
