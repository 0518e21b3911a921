import { expect, test } from 'vitest';
import { drawAnimal, drawingPaths, mixDrawings } from '../../../src/islands/convex-points/animal-drawing.ts';
import { animals } from '../../../src/islands/convex-points/animals.ts';

const drawn = animals.map(({ x, y }, index) => drawAnimal(index, x, y));

/** All numbers of some path data, in their order. */
const numbersOf = (path: string): number[] => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

test('every line of a mixture lies where the weighted average of the lines of its animals does', () => {
  const [cat, dog] = [drawingPaths(drawn[0] ?? []), drawingPaths(drawn[1] ?? [])];
  const mixed = drawingPaths(mixDrawings(drawn.slice(0, 2), [0.6, 0.4]));
  for (const part of ['head', 'lines'] as const) {
    const [ofCat, ofDog] = [numbersOf(cat[part]), numbersOf(dog[part])];
    const ofMixed = numbersOf(mixed[part]);
    expect(ofMixed.length).toBeGreaterThan(10);
    ofMixed.forEach((value, k) => expect(value).toBeCloseTo(0.6 * (ofCat[k] ?? NaN) + 0.4 * (ofDog[k] ?? NaN), 1.6));
  }
  expect(mixed.eye.r).toBeCloseTo(0.6 * cat.eye.r + 0.4 * dog.eye.r, 12);
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
