/** Chooses how many steps to ask of the workers at once. */
export interface ChunkPacer {
  readonly steps: number;
  /** Tells how long a chunk took. */
  report(steps: number, milliseconds: number): void;
}

/** Time a chunk should take: short enough to stop at once, long enough that messages cost nothing beside it. */
const usualMs = 30;
/** The most a chunk grows over the one that was timed: first steps run before the workers' code is compiled, and mislead. */
const growth = 4;

/** @param targetMs time that a chunk should take */
export function createChunkPacer(targetMs = usualMs): ChunkPacer {
  let steps = 4;
  return {
    get steps() {
      return steps;
    },
    report(done, milliseconds) {
      const fitting = Math.round((done * targetMs) / Math.max(milliseconds, 0.01));
      steps = Math.max(1, Math.min(fitting, Math.max(steps, done * growth), 4096));
    },
  };
}
