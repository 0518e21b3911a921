import type { Graphics } from '../chromium.mjs';
import type { EngineName } from '../../src/engine/engine.ts';
import type { NetworkName, Seeds } from './bench-settings.ts';
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

/** One study of the site, run as a reader runs it. */
export interface StudyResult {
  readonly study: string;
  readonly engine: EngineName;
  /** From the press on its button until it was done. */
  readonly seconds: number;
  /** Share of that time that the page's thread worked, from 0 to 1; for the rest it waited for the engine. */
  readonly threadShare: number;
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
    /** What drew: `software`, or the way to the machine's card. */
    readonly graphics: Graphics;
    readonly processor: string;
    readonly cores: number;
    /** Load average of the last minute, before and after: at rest it is near zero before. */
    readonly load: readonly [number, number];
    readonly seconds: number;
    /** Whether each member drew its random choices from a seed of its own. */
    readonly seeds: Seeds;
  };
  readonly training: readonly TrainingResult[];
  readonly starts: readonly StartResult[];
  readonly scripts: readonly ScriptResult[];
  /** Random choices alone, in microseconds for one step of one model. */
  readonly planMicroseconds: number;
  readonly studies: readonly StudyResult[];
  readonly failures: readonly Failure[];
}
