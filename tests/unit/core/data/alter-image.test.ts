import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNoise, mirrorImage, moveImage, turnImage } from '../../../../src/core/data/alter-image.ts';
import { createRandom } from '../../../../src/core/random/random.ts';

const image = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((ink) => ink / 10);
const written = (values: number[]) =>
  values
    .map((ink) => Math.round(10 * ink))
    .join('')
    .replace(/(...)(?=.)/g, '$1 ');

test('moving, mirroring and turning put every pixel where they should', () => {
  expect(written(moveImage(image, 3, 1, 0))).toBe('012 045 078');
  expect(written(moveImage(image, 3, -1, 1))).toBe('000 230 560');
  expect(written(mirrorImage(image, 3))).toBe('321 654 987');
  expect(written(turnImage(image, 3))).toBe('987 654 321');
});

test('two half turns, and two mirrorings, are nothing', () => {
  const images = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(images, (any) => {
      expect(turnImage(turnImage(any, 4), 4)).toEqual(any);
      expect(mirrorImage(mirrorImage(any, 4), 4)).toEqual(any);
    }),
  );
});

test('noise has the deviation asked for, and keeps ink between 0 and 1', () => {
  const gray = Array<number>(10_000).fill(0.5);
  const moves = addNoise(gray, 0.1, createRandom(1, 'test')).map((ink) => ink - 0.5);
  const variance = moves.reduce((sum, move) => sum + move * move, 0) / moves.length;
  expect(Math.sqrt(variance)).toBeCloseTo(0.1, 2);
  const wild = addNoise(gray, 5, createRandom(1, 'test'));
  expect(Math.min(...wild)).toBe(0);
  expect(Math.max(...wild)).toBe(1);
});

test('an image that is not square is refused', () => {
  expect(() => mirrorImage([1, 2, 3], 2)).toThrow(/^image: expected 4/);
});
