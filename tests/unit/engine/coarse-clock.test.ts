import { describe, expect, it } from 'vitest';
import { Pace } from '../../../src/engine/pace.ts';

/** Trains at 2 steps a millisecond, timed by a clock that counts whole ticks; returns what each chunk took in truth. */
function train(tick: number, size: () => number, learn: (steps: number, milliseconds: number) => void): number[] {
  let now = 0.37;
  const clock = (): number => Math.floor(now / tick) * tick;
  return Array.from({ length: 600 }, () => {
    const steps = size();
    const start = clock();
    now += steps / 2;
    learn(steps, clock() - start);
    // What the page does in between.
    now += Math.PI;
    return steps / 2;
  }).slice(200);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each([0.1, 1, 100 / 6, 100])('where the clock counts in %f ms', (tick) => {
  it('chunks of the CPU engine take about 30 ms', () => {
    const pace = new Pace({ milliseconds: 30, first: 4, mostSteps: 4096 });
    const took = train(
      tick,
      () => pace.next(1e6).steps,
      (steps, milliseconds) => pace.learn({ steps, members: 1 }, milliseconds),
    );
    expect(meanOf(took)).toBeGreaterThan(15);
    expect(meanOf(took)).toBeLessThan(60);
    expect(Math.max(...took)).toBeLessThan(Math.max(120, 1.3 * tick));
  });

  it('dispatches of the WebGPU engine take about 16 ms, with all members', () => {
    const pace = new Pace({ milliseconds: 16, mostSteps: 1024, members: 8, splits: true, warmsUp: true });
    const took = train(
      tick,
      () => pace.next(1e6).steps,
      (steps, milliseconds) => pace.learn({ steps, members: 8 }, milliseconds),
    );
    expect(meanOf(took)).toBeGreaterThan(8);
    expect(meanOf(took)).toBeLessThan(32);
    expect(Math.max(...took)).toBeLessThan(Math.max(64, 1.3 * tick));
    expect(pace.next(1e6).members).toBe(8);
  });
});
