import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fences } from '../../../../src/engine/webgl/fences.ts';

beforeEach(() => {
  vi.stubGlobal('document', { hidden: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A device that takes some milliseconds for each piece, one after another, and counts how often it is asked. */
function slowDevice(pieceMs: number) {
  const counts = { asked: 0, finished: 0, deleted: 0 };
  let free = 0;
  const gl = {
    SYNC_GPU_COMMANDS_COMPLETE: 1,
    ALREADY_SIGNALED: 2,
    CONDITION_SATISFIED: 3,
    fenceSync: () => ({ at: (free = Math.max(free, performance.now()) + pieceMs) }),
    flush: () => undefined,
    finish: () => {
      counts.finished += 1;
      while (performance.now() < free);
    },
    clientWaitSync: ({ at }: { at: number }) => {
      counts.asked += 1;
      return performance.now() >= at ? 2 : 0;
    },
    deleteSync: () => (counts.deleted += 1),
  };
  let gone: Error | undefined;
  const expectAlive = (): void => {
    if (gone) throw gone;
  };
  const fences = new Fences({ gl: gl as unknown as WebGL2RenderingContext, expectAlive });
  return { fences, counts, lose: (reason: Error) => (gone = reason) };
}

describe('waiting for a WebGL device', () => {
  it('asks about pieces of a known length few times, and about one after the other', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const { fences, counts } = slowDevice(60);
    const done: number[] = [];
    const all = Promise.all([1, 2, 3].map((piece) => fences.passed(60).then(() => done.push(piece))));
    await vi.advanceTimersByTimeAsync(250);
    await all;
    expect(done).toEqual([1, 2, 3]);
    // Twice at most for each, and once more for the next whenever one is done.
    expect(counts.asked).toBeLessThanOrEqual(3 * 2 + 2);
    expect(counts.deleted).toBe(3);
  });

  it('needs no timer on a page that nobody sees, where timers take seconds', async () => {
    vi.stubGlobal('document', { hidden: true });
    const timer = vi.spyOn(globalThis, 'setTimeout');
    const { fences, counts } = slowDevice(5);
    await Promise.all([fences.passed(5), fences.passed(5)]);
    expect(timer).not.toHaveBeenCalled();
    expect(counts.finished).toBeGreaterThan(0);
    timer.mockRestore();
  });

  it('ends all that wait with the reason why the device is gone, and every later one at once', async () => {
    const { fences, lose, counts } = slowDevice(1000);
    const waits = [fences.passed(), fences.passed()].map((wait) => wait.catch((error: unknown) => error));
    const reason = new Error('the browser took the graphics context away.');
    lose(reason);
    expect(await Promise.all(waits)).toEqual([reason, reason]);
    await expect(fences.passed()).rejects.toBe(reason);
    expect(counts.deleted).toBe(2);
  });
});
