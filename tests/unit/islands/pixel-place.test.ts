import { describe, expect, test } from 'vitest';
import { colorsAt } from '../../../src/islands/blend-pictures/pixel-colors.ts';
import { pixelAfter, pixelAt } from '../../../src/islands/blend-pictures/pixel-place.ts';

describe('the pixel under a screen position', () => {
  // Four pixels along each side, 10 screen pixels each, from (100, 50).
  const edges = { left: 100, top: 50, width: 40, height: 40 } as DOMRect;

  test('is counted from the upper left corner', () => {
    expect(pixelAt(100, 50, edges, 4)).toEqual({ column: 0, row: 0 });
    expect(pixelAt(119.9, 79.9, edges, 4)).toEqual({ column: 1, row: 2 });
    expect(pixelAt(120, 80, edges, 4)).toEqual({ column: 2, row: 3 });
  });

  test('is the nearest one outside the picture and on its far edges', () => {
    expect(pixelAt(140, 90, edges, 4)).toEqual({ column: 3, row: 3 });
    expect(pixelAt(-500, 900, edges, 4)).toEqual({ column: 0, row: 3 });
  });
});

describe('arrow keys', () => {
  const place = { column: 10, row: 20 };

  test('move by four pixels, with Shift by one, up towards row 0', () => {
    expect(pixelAfter('ArrowUp', false, place, 224)).toEqual({ column: 10, row: 16 });
    expect(pixelAfter('ArrowDown', true, place, 224)).toEqual({ column: 10, row: 21 });
    expect(pixelAfter('ArrowLeft', true, place, 224)).toEqual({ column: 9, row: 20 });
    expect(pixelAfter('ArrowRight', false, place, 224)).toEqual({ column: 14, row: 20 });
  });

  test('stop at the edges, and other keys stay with the browser', () => {
    expect(pixelAfter('ArrowLeft', false, { column: 2, row: 0 }, 224)).toEqual({ column: 0, row: 0 });
    expect(pixelAfter('ArrowDown', false, { column: 0, row: 222 }, 224)).toEqual({ column: 0, row: 223 });
    expect(pixelAfter('Tab', false, place, 224)).toBeUndefined();
  });
});

test('the colors of a pixel are found in its row and column', () => {
  // Two by two pixels; pixel (column 1, row 0) is the second triple.
  const image = (offset: number) => Float32Array.from({ length: 12 }, (_, k) => offset + k);
  const images = { first: image(0), second: image(100), mixed: image(200) };
  expect(colorsAt(images, { column: 1, row: 0 }, 2)).toEqual({
    first: [3, 4, 5],
    second: [103, 104, 105],
    mixed: [203, 204, 205],
  });
});
