import { expect, test } from 'vitest';
import { pixelPaths } from '../../../../src/figures/image/pixel-paths.ts';

test('pixelPaths merges neighbors of one gray level, and leaves the paper blank', () => {
  const image = [0, 1, 1, 0.5, 0, 1];
  expect(pixelPaths(image, 3, 2)).toEqual([
    { ink: 0.5, path: 'M0 1h1v1h-1z' },
    { ink: 1, path: 'M1 0h2v1h-2zM2 1h1v1h-1z' },
  ]);
});

test('pixelPaths never merges across rows, and cuts values to [0, 1]', () => {
  expect(pixelPaths([-3, 7, 7, -3], 2, 2)).toEqual([{ ink: 1, path: 'M1 0h1v1h-1zM0 1h1v1h-1z' }]);
});

test('pixelPaths expects as many values as pixels', () => {
  expect(() => pixelPaths([1, 2], 2, 2)).toThrow('values: expected 4 values (columns times rows), got 2.');
});
