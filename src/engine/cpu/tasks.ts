import { messageOf } from '../../core/error-message.ts';
import type { Ensemble } from '../../core/training/ensemble.ts';
import type { Grid, MixRequest, Snapshot } from '../engine.ts';
import { stateFields } from '../state-fields.ts';
import type { Arena } from './arena.ts';
import { createCpuTrainer, type CpuTrainer } from './cpu-trainer.ts';
import type { KernelKind } from './kernels.ts';
import { countPoints, mixRows } from './mix.ts';

/** What a worker can be asked to do. Ensembles are named by numbers the pool gives them. */
type Task =
  | { readonly kind: 'greet' }
  | { readonly kind: 'prepare'; readonly id: number; readonly ensemble: Ensemble }
  | { readonly kind: 'train'; readonly id: number; readonly steps: number }
  | { readonly kind: 'evaluate'; readonly id: number; readonly points: Float32Array }
  | {
      readonly kind: 'inputGradients';
      readonly id: number;
      readonly points: Float32Array;
      readonly labels: Float32Array;
    }
  | { readonly kind: 'snapshot'; readonly id: number }
  | { readonly kind: 'restore'; readonly id: number; readonly snapshot: Snapshot }
  | { readonly kind: 'release'; readonly id: number }
  | { readonly kind: 'mix'; readonly request: MixRequest }
  | { readonly kind: 'countOnGrid'; readonly request: MixRequest; readonly labels: Float32Array; readonly grid: Grid };

/** What each task answers. */
export interface Answers {
  /** The loops it works with. */
  greet: KernelKind;
  /** Bytes the worker now holds for the ensemble. */
  prepare: number;
  train: null;
  evaluate: Float32Array;
  inputGradients: Float32Array;
  snapshot: Snapshot;
  restore: null;
  release: null;
  mix: Float32Array;
  countOnGrid: Float32Array;
}

export type TaskOf<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;

/** The first message to a worker: the loops it must work with, if not the best it can. */
export interface WorkerSettings {
  readonly kernels: KernelKind | undefined;
}

/** A task on its way to a worker. */
export interface TaskMessage {
  readonly ticket: number;
  readonly task: Task;
}

/** Its answer, or why there is none. */
export type AnswerMessage =
  | { readonly ticket: number; readonly answer: Answers[keyof Answers] }
  | { readonly ticket: number; readonly error: Error };

/** What a worker's script does with a message: computes the answer and says which buffers to move rather than copy. */
export type TaskServer = (message: TaskMessage) => {
  readonly message: AnswerMessage;
  readonly transfer: ArrayBuffer[];
};

/** The inside of a worker, whatever kind of worker it is: holds its share of every ensemble. */
export function createTaskServer(arena: Arena): TaskServer {
  const trainers = new Map<number, CpuTrainer>();
  const trainer = (id: number): CpuTrainer => {
    const known = trainers.get(id);
    if (known === undefined) throw new Error(`ensemble ${id} was never prepared in this worker`);
    return known;
  };

  const answer = (task: Task): Answers[keyof Answers] => {
    switch (task.kind) {
      case 'greet':
        return arena.kind;
      case 'prepare': {
        const created = createCpuTrainer(arena, task.ensemble);
        trainers.set(task.id, created);
        return created.bytes;
      }
      case 'train':
        trainer(task.id).train(task.steps);
        return null;
      case 'evaluate':
        return trainer(task.id).evaluate(task.points);
      case 'inputGradients':
        return trainer(task.id).inputGradients(task.points, task.labels);
      case 'snapshot':
        return trainer(task.id).snapshot();
      case 'restore':
        trainer(task.id).restore(task.snapshot);
        return null;
      case 'release':
        trainer(task.id).dispose();
        trainers.delete(task.id);
        return null;
      case 'mix':
        return mixRows(task.request);
      case 'countOnGrid':
        return countPoints(task.request, task.labels, task.grid);
    }
  };

  return ({ ticket, task }) => {
    try {
      const result = answer(task);
      return { message: { ticket, answer: result }, transfer: buffersOf(result) };
    } catch (error) {
      // A message carries an error with its stack, but nothing else that was thrown.
      return { message: { ticket, error: error instanceof Error ? error : new Error(messageOf(error)) }, transfer: [] };
    }
  };
}

function buffersOf(result: Answers[keyof Answers]): ArrayBuffer[] {
  if (result === null || typeof result !== 'object') return [];
  if (result instanceof Float32Array) return [result.buffer as ArrayBuffer];
  return stateFields.map((field) => result[field].buffer as ArrayBuffer);
}
