import { Speed } from '../speed.ts';
import { waitForGpu } from './read-back.ts';
import type { WebglDevice } from './webgl-device.ts';

/** Work queued at once should keep the GPU busy about this long: a page's frame. */
const chunkMilliseconds = 16;

/** Most chunks under way: one runs while the next is queued. */
const chunksUnderWay = 2;

/** Cuts a long row of equal pieces of work into chunks of about a frame each, and waits while enough is queued. */
interface Pacer {
  /** How many pieces to queue next. */
  readonly size: number;
  /** Tells that `pieces` were queued since `start` (by `performance.now`); resolves when there is room for another chunk. */
  queued(pieces: number, start: number): Promise<void>;
  /** Resolves when all that was queued is done. */
  drain(): Promise<void>;
}

/** Makes a pacer that starts carefully, with one piece. */
export function createPacer(device: WebglDevice): Pacer {
  const underWay: Promise<void>[] = [];
  const speed = new Speed();
  let size = 1;
  let lastDone = 0;
  const measure = async (pieces: number, start: number): Promise<void> => {
    await waitForGpu(device);
    const now = performance.now();
    speed.add(pieces, now - Math.max(start, lastDone));
    lastDone = now;
    size = speed.next(chunkMilliseconds, size, pieces);
  };
  return {
    get size() {
      return size;
    },
    async queued(pieces, start) {
      const chunk = measure(pieces, start);
      // Whoever awaits it next hears of a failure; until then it must not count as unhandled.
      chunk.catch(() => undefined);
      underWay.push(chunk);
      if (underWay.length >= chunksUnderWay) await underWay.shift();
    },
    async drain() {
      await Promise.all(underWay.splice(0));
    },
  };
}
