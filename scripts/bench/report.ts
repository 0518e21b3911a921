import type { NetworkName } from './bench-settings.ts';
import type { ContenderName } from './contenders.ts';

/** Training of one network with some members on one contender. */
export interface TrainingResult {
  readonly network: NetworkName;
  readonly contender: ContenderName;
  readonly members: number;
  /** Median over the timings. */
  readonly modelStepsPerSecond: number;
  /** Each timing's. */
  readonly timings: readonly number[];
  /** Steps of one timing. */
  readonly steps: number;
  /** Draw calls or compute dispatches for one step of all members. */
  readonly dispatchesPerStep: number;
  /** Work of the page's thread for one step of one model; workers' is not counted. */
  readonly threadMicroseconds: number;
  /** Evaluation of the grid by all members; networks with two inputs only. */
  readonly gridMilliseconds?: number;
}

/** A cold start of one contender. */
export interface StartResult {
  readonly contender: ContenderName;
  /** Median, from the import of its code to the first step read back. */
  readonly firstStepMilliseconds: number;
  readonly device: string;
}

export interface ScriptResult {
  readonly contender: ContenderName;
  readonly brotliBytes: number;
  /** Which build was measured. */
  readonly build: string;
}

/** Something that could not be measured, and why. */
export interface Failure {
  readonly contender: ContenderName;
  readonly what: string;
  readonly reason: string;
}

/** Everything that one run measured. */
export interface Report {
  readonly environment: {
    readonly date: string;
    readonly browser: string;
    readonly renderers: 'software' | 'hardware';
    readonly processor: string;
    readonly cores: number;
    /** Load average of the last minute, before and after: at rest it is near zero before. */
    readonly load: readonly [number, number];
    readonly seconds: number;
  };
  readonly training: readonly TrainingResult[];
  readonly starts: readonly StartResult[];
  readonly scripts: readonly ScriptResult[];
  readonly failures: readonly Failure[];
}
