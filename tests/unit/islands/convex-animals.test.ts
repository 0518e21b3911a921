import { expect, test } from 'vitest';
import { drawAnimal, drawingPaths, mixDrawings } from '../../../src/islands/convex-points/animal-drawing.ts';
import { animals } from '../../../src/islands/convex-points/animals.ts';

const drawn = animals.map(({ x, y }, index) => drawAnimal(index, x, y));

/** All numbers of some path data, in their order. */
const numbersOf = (path: string): number[] => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

test('every line of a mixture lies where the weighted average of the lines of its animals does', () => {
  // Both have whiskers, and neither a horn or a beard: lines of no length are left out.
  const [cat, rabbit] = [drawingPaths(drawn[0] ?? []), drawingPaths(drawn[2] ?? [])];
  const mixed = drawingPaths(mixDrawings([drawn[0] ?? [], drawn[2] ?? []], [0.6, 0.4]));
  for (const part of ['head', 'lines'] as const) {
    const [ofCat, ofRabbit] = [numbersOf(cat[part]), numbersOf(rabbit[part])];
    const ofMixed = numbersOf(mixed[part]);
    expect(ofMixed.length).toBeGreaterThanOrEqual(8);
    ofMixed.forEach((value, k) => expect(value).toBeCloseTo(0.6 * (ofCat[k] ?? NaN) + 0.4 * (ofRabbit[k] ?? NaN), 1.6));
  }
  expect(mixed.eye.r).toBeCloseTo(0.6 * cat.eye.r + 0.4 * rabbit.eye.r, 12);
});

test('an animal with all the weight is drawn as it is', () => {
  expect(mixDrawings(drawn, [0, 0, 0, 1, 0, 0])).toEqual(drawn[3]);
});

test('a longer snout carries the nose as far forward, and a longer ear rises as high', () => {
  const [short, long] = [drawingPaths(drawAnimal(0, 3, 6)), drawingPaths(drawAnimal(0, 8, 9))];
  expect(long.nose.x - short.nose.x).toBeCloseTo(5, 12);
  const top = ({ ears }: typeof short): number => Math.min(...numbersOf(ears[1]).filter((_, k) => k % 2 === 1));
  expect(top(short) - top(long)).toBeCloseTo(3, 2);
});

test('weights that take more away than there is draw no circle of negative size', () => {
  expect(drawingPaths(mixDrawings(drawn.slice(0, 2), [-1, 0.1])).eye.r).toBe(0);
});

test('what an animal has not is not drawn, and comes with the share of one that has it', () => {
  const lines = (weights: readonly number[]): number =>
    (drawingPaths(mixDrawings(drawn, weights)).lines.match(/M/g) ?? []).length;
  // A dog has neither horn, beard nor whiskers, a cat whiskers, a goat horn and beard.
  expect(lines([0, 1, 0, 0, 0, 0])).toBe(0);
  expect(lines([1, 0, 0, 0, 0, 0])).toBe(2);
  expect(lines([0.5, 0, 0, 0, 0, 0.5])).toBe(4);
});
