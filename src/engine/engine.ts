import type { Ensemble } from '../core/training/ensemble.ts';

/** The ways to run the core, in the order of preference on suitable hardware, and what readers know them as. */
export const engineLabels = { webgpu: 'WebGPU', webgl: 'WebGL', cpu: 'CPU' } as const;

export type EngineName = keyof typeof engineLabels;

/** Everything a training ensemble needs to go on from a step, for all members: `[members, parameters]` each. */
export interface Snapshot {
  /** Steps trained so far. */
  readonly step: number;
  readonly parameters: Float64Array;
  /** Adam's first moment, or SGD's velocity. */
  readonly firstMoments: Float64Array;
  /** Adam's second moment; zeros for SGD. */
  readonly secondMoments: Float64Array;
}

export interface TrainOptions {
  /** Stops between dispatches; the promise rejects with the signal's reason and the ensemble stays usable at the step it reached. */
  readonly signal?: AbortSignal;
  /** Called with the number of steps trained so far, at most once for each dispatch. */
  readonly onProgress?: (step: number) => void;
}

/** What one call of `train` did. */
export interface TrainReport {
  /** Steps trained by this call. */
  readonly steps: number;
  /** How long it took by the browser's clock, which may be coarse: 0 says nothing; see `speed.ts`. */
  readonly milliseconds: number;
}

/**
 * An ensemble on its engine. Calls run one after another, in the order they were made. All results are plain arrays.
 *
 * @throws EngineLostError from any method once the device is lost; RangeError for arrays of the wrong shape
 */
export interface TrainingEnsemble {
  readonly ensemble: Ensemble;
  /** Steps trained so far. */
  readonly step: number;
  /** Trains all members `steps` steps further along the run's plan. Resolves when the work is queued and paced, not read back. */
  train(steps: number, options?: TrainOptions): Promise<TrainReport>;
  /**
   * Log-probabilities (natural) of every class at some points, for all members.
   *
   * @param points `[count, inputs]`; an array passed again (the same object, unchanged) is not uploaded again
   * @returns `[members, count, classes]`
   */
  evaluate(points: Float32Array): Promise<Float32Array>;
  /**
   * Gradient of each point's own soft-label cross-entropy (nats) for its inputs, for all members.
   *
   * @param points `[count, inputs]`
   * @param labels `[count, classes]`, soft labels
   * @returns `[members, count, inputs]`
   */
  inputGradients(points: Float32Array, labels: Float32Array): Promise<Float32Array>;
  /** Reads parameters, moments and step back. */
  snapshot(): Promise<Snapshot>;
  /** Sets parameters, moments and step; training goes on from that step of the plan. */
  restore(snapshot: Snapshot): Promise<void>;
  /** Frees everything this ensemble holds on its engine. */
  dispose(): void;
}

/** Rows to mix: `x~ = lambda x_i + (1 - lambda) x_j`. */
export interface MixRequest {
  /** `[rows, width]` row by row. */
  readonly rows: Float32Array;
  readonly width: number;
  /** Row numbers i, `[count]`. */
  readonly first: Uint32Array;
  /** Row numbers j, `[count]`. */
  readonly second: Uint32Array;
  /** Weights of i, `[count]`, each in [0, 1]. */
  readonly lambdas: Float32Array;
}

/** Where mixed points are counted: a grid of columns x rows cells over a rectangle of the plane. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Left and right edge. */
  readonly x: readonly [number, number];
  /** Edge of row 0 and of the last row. */
  readonly y: readonly [number, number];
}

/** What an engine holds, for tests of leaks: counts of buffers, tensors or workers, and their bytes where known. */
export interface EngineMemory {
  readonly objects: number;
  readonly bytes: number;
}

/** Programs that were asked of a device's compiler until now, and how many of them are ready. */
export interface ProgramCount {
  readonly asked: number;
  readonly ready: number;
}

/** One way to run the core. See `docs/engines.md`. */
export interface Engine {
  readonly name: EngineName;
  /** What runs it, in words for the reader: the adapter or renderer, the number of workers. */
  readonly device: string;
  /** Whether the device is a software renderer, slower than the CPU engine. */
  readonly software: boolean;
  /** How many members it trains together with profit: enough to fill it, few enough that results come in one after another. */
  readonly membersAtOnce: number;
  /** How long a call may keep it busy while the page draws, in milliseconds; 0 where it takes the page's own share of a frame. */
  readonly budgetMs: number;
  /** Whether another of the same name may still run here after this one was lost. */
  readonly restarts: boolean;
  /** Whether it trains networks with convolutions; one that does not refuses them. */
  readonly convolves: boolean;
  /** Whether the same ensemble ends with the same bits on every machine, so that runs have a fingerprint. */
  readonly sameBits: boolean;
  /**
   * Allocates an ensemble at its initial parameters, step 0.
   *
   * @throws RangeError if the ensemble is invalid or too large for the device (nothing is allocated then)
   */
  prepare(ensemble: Ensemble): Promise<TrainingEnsemble>;
  /** Mixes rows: `[count, width]`. */
  mix(request: MixRequest): Promise<Float32Array>;
  /**
   * Mixes points of the plane (width 2) and counts how many fall into each cell of a grid, weighted by their mixed label.
   *
   * @param labels weight of class B of each row, `[rows]`, in [0, 1]
   * @returns `[2, rows, columns]`: number of points of each cell, then the sum of their mixed labels
   */
  countOnGrid(request: MixRequest, labels: Float32Array, grid: Grid): Promise<Float32Array>;
  memory(): EngineMemory;
  /** How far the compiling for its device is; nothing to compile counts as nothing. */
  programs(): ProgramCount;
  /** Resolves with the reason if the device or context is lost; never rejects. */
  readonly lost: Promise<EngineLostError>;
  /** Provokes a real loss of the device, for tests and for the reader's "try it" of the fallback. */
  simulateLoss(): void;
  dispose(): void;
}

/** The device that an engine runs on went away or can no longer be trusted; its ensembles are unusable. */
export class EngineLostError extends Error {
  readonly engine: EngineName;
  constructor(engine: EngineName, reason: string, options?: ErrorOptions) {
    super(`The ${engine} engine lost its device: ${reason}`, options);
    this.name = 'EngineLostError';
    this.engine = engine;
  }
}
