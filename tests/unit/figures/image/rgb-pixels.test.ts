import { expect, test } from 'vitest';
import { colorsOfPixels, pixelsOfColors } from '../../../../src/figures/image/rgb-pixels.ts';

test('the pixels of a canvas become colors from 0 to 1, without opacity', () => {
  expect(Array.from(colorsOfPixels([255, 0, 51, 255, 0, 102, 204, 255]))).toEqual(
    Array.from(Float32Array.of(1, 0, 0.2, 0, 0.4, 0.8)),
  );
});

test('every byte survives the way there and back', () => {
  const bytes = Uint8ClampedArray.from({ length: 1024 }, (_, k) => (k % 4 === 3 ? 255 : (k * 37) % 256));
  expect(pixelsOfColors(colorsOfPixels(bytes))).toEqual(bytes);
});

test('colors outside the range are cut, and between bytes rounded', () => {
  expect(Array.from(pixelsOfColors([-0.5, 1.5, 100.4 / 255]))).toEqual([0, 255, 100, 255]);
});

test('what is no whole number of pixels is refused', () => {
  expect(() => colorsOfPixels([1, 2, 3])).toThrow(/rgba/);
  expect(() => pixelsOfColors([1, 2])).toThrow(/colors/);
});
