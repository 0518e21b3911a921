import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawAtMost } from '../../../../../src/islands/kit/study/draw-at-most.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what comes in is drawn ten times a second, the first and the last of it included', () => {
  const drawn: number[] = [];
  let come = 0;
  const drawing = drawAtMost(
    () => drawn.push(come),
    () => undefined,
  );
  for (come = 1; come <= 400; come += 1) {
    drawing.ask();
    vi.advanceTimersByTime(5);
  }
  come = 400;
  vi.advanceTimersByTime(1000);
  // Two seconds of news.
  expect(drawn.length).toBeGreaterThanOrEqual(19);
  expect(drawn.length).toBeLessThanOrEqual(22);
  expect([drawn[0], drawn.at(-1)]).toEqual([1, 400]);
});

test('nothing is drawn any more once it has ended, and what must be seen is drawn at once', () => {
  const draw = vi.fn();
  const drawing = drawAtMost(draw, () => undefined);
  drawing.ask();
  drawing.ask();
  drawing.now();
  expect(draw).toHaveBeenCalledTimes(2);
  drawing.ask();
  drawing.end();
  vi.advanceTimersByTime(1000);
  expect(draw).toHaveBeenCalledTimes(2);
});

test('a drawing that fails while nobody waits for it is told of', () => {
  const failures: unknown[] = [];
  const bug = new Error('cannot be drawn');
  let isBroken = false;
  const drawing = drawAtMost(
    () => {
      if (isBroken) throw bug;
    },
    (error) => failures.push(error),
  );
  drawing.ask();
  isBroken = true;
  drawing.ask();
  vi.advanceTimersByTime(1000);
  expect(failures).toEqual([bug]);
});
