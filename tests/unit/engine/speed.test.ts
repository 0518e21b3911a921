import { describe, expect, it } from 'vitest';
import { Speed } from '../../../src/engine/speed.ts';

/** Works at a true speed and times it with a clock that counts whole ticks; returns what happened. */
function work(
  speed: Speed,
  { perMs, tick, size, pause = 0 }: { perMs: number; tick: number; size: () => number; pause?: number },
  chunks: number,
) {
  let now = 0.37;
  const took: number[] = [];
  const clock = (): number => Math.floor(now / tick) * tick;
  for (let n = 0; n < chunks; n += 1) {
    const pieces = size();
    const start = clock();
    now += pieces / perMs;
    took.push(pieces / perMs);
    speed.add(pieces, clock() - start);
    now += pause;
  }
  return took;
}

describe('a speed', () => {
  it('is not told before the clock has moved', () => {
    const speed = new Speed();
    for (let n = 0; n < 50; n += 1) speed.add(1000, 0);
    expect(speed.perSecond).toBeUndefined();
    expect(speed.millisecondsEach).toBeUndefined();
  });

  for (const [tick, chunk] of [
    [0.1, 7],
    [1, 0.7],
    [1, 30],
    [100 / 6, 7],
    [100, 30],
  ] as const) {
    it(`is right within a third where the clock counts in ${tick.toFixed(1)} ms and work takes ${chunk} ms at a time`, () => {
      const speed = new Speed();
      work(speed, { perMs: 20, tick, size: () => 20 * chunk, pause: 2 * Math.PI }, 2000);
      expect(speed.perSecond).toBeGreaterThan(20_000 / 1.34);
      expect(speed.perSecond).toBeLessThan(20_000 * 1.34);
    });
  }

  it('is told after at most 250 ms', () => {
    const speed = new Speed();
    speed.add(10, 249);
    expect(speed.perSecond).toBeUndefined();
    speed.add(10, 1);
    expect(speed.perSecond).toBe(80);
  });
});

describe('the size of the next piece of work', () => {
  for (const tick of [0.01, 1, 100 / 6, 100]) {
    it(`comes near the time it should take where the clock counts in ${tick.toFixed(2)} ms`, () => {
      const speed = new Speed();
      let size = 1;
      const took = work(
        speed,
        {
          perMs: 20,
          tick,
          size: () => {
            size = speed.next(30, size, size);
            return size;
          },
        },
        400,
      );
      // A clock of 100 ms first moves after as long; nothing better can be known before.
      expect(Math.max(...took)).toBeLessThan(Math.max(90, 2.1 * tick));
      const later = took.slice(100);
      const mean = later.reduce((sum, one) => sum + one, 0) / later.length;
      expect(mean).toBeGreaterThan(15);
      expect(mean).toBeLessThan(60);
    });
  }

  it('is little less after one long wait, and grows again at once', () => {
    const speed = new Speed();
    let size = 600;
    for (let n = 0; n < 40; n += 1) {
      speed.add(size, size / 20);
      size = speed.next(30, size, size);
    }
    speed.add(size, 3_600_000);
    const sizes: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      size = speed.next(30, size, size);
      sizes.push(size);
      speed.add(size, size / 20);
    }
    expect(sizes[0]).toBeGreaterThanOrEqual(300);
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(599);
  });

  it('does not grow because there was less left to do', () => {
    expect(new Speed().next(30, 8, 1)).toBe(8);
    expect(new Speed().next(30, 8, 8)).toBe(16);
  });
});
