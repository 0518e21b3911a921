import { Speed } from '../speed.ts';

/** Chooses how many steps to ask of the workers at once. */
interface ChunkPacer {
  readonly steps: number;
  /** Tells how long a chunk took. */
  report(steps: number, milliseconds: number): void;
}

/** Time a chunk should take: short enough to stop at once, long enough that messages cost nothing beside it. */
const usualMs = 30;
const mostSteps = 4096;

/** @param targetMs time that a chunk should take */
export function createChunkPacer(targetMs = usualMs): ChunkPacer {
  const speed = new Speed();
  let steps = 4;
  return {
    get steps() {
      return steps;
    },
    report(done, milliseconds) {
      speed.add(done, milliseconds);
      steps = Math.min(mostSteps, speed.next(targetMs, steps, done));
    },
  };
}
