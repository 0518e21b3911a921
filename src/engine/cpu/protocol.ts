import type { Ensemble } from '../../core/training/ensemble.ts';
import type { Grid, MixRequest, Snapshot } from '../engine.ts';

/** What a worker can be asked to do. Ensembles are named by numbers the pool gives them. */
export type Task =
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
  greet: null;
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

/** A task on its way to a worker. */
export interface TaskMessage {
  readonly ticket: number;
  readonly task: Task;
}

/** Its answer, or why there is none. */
export type AnswerMessage =
  | { readonly ticket: number; readonly answer: Answers[keyof Answers] }
  | { readonly ticket: number; readonly error: Error };
