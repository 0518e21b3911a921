import type { Seeds } from '../bench-settings.ts';
import type { ContenderName } from '../contenders.ts';

/** What to train, as it travels from Node to the page. */
export interface Problem {
  readonly sizes: readonly number[];
  /** `[rows, inputs]` */
  readonly inputs: readonly number[];
  /** Class of each row. */
  readonly labels: readonly number[];
  readonly members: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly seeds: Seeds;
}

/** Some networks on their contender. */
export interface Training {
  /** Trains every member `steps` steps further. */
  train(steps: number): Promise<void>;
  /** Reads parameters back, so that all queued training is done when this resolves. */
  readBack(): Promise<ArrayLike<number>>;
  /** Evaluates all members at points `[count, inputs]` and reads the result back. The same array is uploaded once. */
  evaluate(points: Float32Array): Promise<ArrayLike<number>>;
  dispose(): void;
}

/** A contender, started. */
export interface Contender {
  /** What it runs on, in words. */
  readonly device: string;
  prepare(problem: Problem): Promise<Training>;
}

/** Loads a contender's code and starts it. */
export type OpenContender = () => Promise<Contender>;

/** What opening a contender tells. */
export interface FirstStep {
  readonly device: string;
  /** From the import of the contender's code to the first step's parameters read back. */
  readonly milliseconds: number;
}

/** What the page offers to Node, as `window.bench`. One training at a time; times are in milliseconds. */
export interface BenchPage {
  /** Loads and starts a contender and trains the first step of a problem, which is then at hand. */
  open(name: ContenderName, problem: Problem): Promise<FirstStep>;
  prepare(problem: Problem): Promise<void>;
  /** Time of `steps` steps and a read-back. */
  train(steps: number): Promise<number>;
  /** Draw calls and compute dispatches made by `steps` steps, read-back left out. */
  countDispatches(steps: number): Promise<number>;
  /** Time to evaluate all members on a grid of side x side points of the plane. */
  evaluateGrid(side: number): Promise<number>;
  dispose(): void;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
