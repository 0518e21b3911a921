import { describe, expect, it } from 'vitest';
import { Pace, pieceMs } from '../../../src/engine/pace.ts';

/** Runs a pace on a made-up GPU and returns the last dispatch and how long it took. */
function settle(
  pace: Pace,
  milliseconds: (steps: number, members: number) => number,
  dispatches = 30,
): { steps: number; members: number; took: number } {
  let last = { steps: 0, members: 0, took: 0 };
  for (let k = 0; k < dispatches; k += 1) {
    const size = pace.next(1e6);
    last = { ...size, took: milliseconds(size.steps, size.members) };
    pace.learn(size, last.took);
  }
  return last;
}

/** As the WebGPU engine paces its dispatches. */
const paceOf = (mostSteps: number, members: number): Pace =>
  new Pace({ milliseconds: 16, mostSteps, members, splits: true, warmsUp: true });

describe('the pace of training', () => {
  for (const stepMs of [0.05, 0.4, 3]) {
    it(`puts about 16 ms into a dispatch where a step takes ${stepMs} ms`, () => {
      const { took, members } = settle(paceOf(1024, 8), (steps) => steps * stepMs);
      expect(took).toBeGreaterThan(12);
      expect(took).toBeLessThanOrEqual(16.01);
      expect(members).toBe(8);
    });
  }

  it('leaves a graphics card to the page after each frame, and asks a software renderer, which draws no page, less often', () => {
    const settled = [false, true].map((isSoftware) => {
      const pace = new Pace({ milliseconds: pieceMs(isSoftware), warmsUp: true });
      return settle(pace, (steps) => steps * 4).took;
    });
    expect(settled[0]).toBeLessThanOrEqual(1000 / 60);
    expect(settled[1]).toBeGreaterThan(3 * (settled[0] as number));
  });

  it('says how long a piece should take once it has learned that, and never longer than pieces are meant to', () => {
    const pace = new Pace({ milliseconds: 16, warmsUp: true });
    expect(pace.expectedMs({ steps: 1, members: 1 })).toBe(0);
    pace.learn({ steps: 1, members: 1 }, 900);
    pace.learn({ steps: 2, members: 1 }, 6);
    expect(pace.expectedMs({ steps: 4, members: 1 })).toBeCloseTo(12);
    expect(pace.expectedMs({ steps: 40, members: 1 })).toBe(16);
  });

  it('has room for no more steps than are planned, and asks for no more than are left', () => {
    const pace = paceOf(100, 1);
    expect(settle(pace, () => 0.2).steps).toBe(100);
    expect(pace.next(3).steps).toBe(3);
  });

  it('is not misled by the first dispatch, in which drivers compile', () => {
    const pace = paceOf(100, 8);
    pace.learn(pace.next(100), 5000);
    expect(pace.next(100).members).toBe(8);
  });

  it('splits members where one step of all takes too long, and they take turns', () => {
    const { steps, members, took } = settle(paceOf(100, 64), (count, group) => count * group * 2);
    expect(steps).toBe(1);
    expect(members).toBe(16);
    expect(took).toBe(32);
  });

  it('leaves members together where they run side by side, so that a split saves nothing', () => {
    expect(settle(paceOf(100, 64), (count) => count * 50)).toEqual({ steps: 1, members: 64, took: 50 });
  });

  it('joins members again once they are quick', () => {
    const pace = paceOf(100, 64);
    settle(pace, (count, group) => count * group * 2);
    expect(settle(pace, (count, group) => count * group * 0.01).members).toBe(64);
  });

  it('keeps one piece ready while another runs, and learns from the time between their ends', async () => {
    const pace = new Pace({ milliseconds: 16 });
    const ends: (() => void)[] = [];
    const piece = (): Promise<void> => new Promise((resolve) => ends.push(resolve));
    const done: number[] = [];
    const size = pace.next(10);
    await pace.queued(size, performance.now(), piece(), () => done.push(1));
    const second = pace.queued(size, performance.now(), piece(), () => done.push(2));
    let isRoom = false;
    void second.then(() => (isRoom = true));
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(isRoom).toBe(false);
    ends[0]?.();
    await second;
    expect(done).toEqual([1]);
    ends[1]?.();
    await pace.drain();
    expect(done).toEqual([1, 2]);
  });
});
