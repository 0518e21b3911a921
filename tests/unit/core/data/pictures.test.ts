import { describe, expect, test } from 'vitest';
import { checksum } from '../../../../src/core/data/checksum.ts';
import {
  decodePictures,
  encodePictures,
  halvePicture,
  packLevels,
  toGrayLevels,
  unpackLevels,
} from '../../../../src/core/data/pictures.ts';

test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the checksum of "%s" is that of the published vectors of FNV-1a', (text, expected) => {
  expect(checksum(new TextEncoder().encode(text))).toBe(expected);
});

describe('a picture', () => {
  test('is shrunk to half its side by the mean of each four pixels', () => {
    const pixels = [
      [0, 4, 10, 10],
      [8, 0, 10, 10],
      [1, 1, 0, 0],
      [1, 1, 0, 100],
    ].flat();
    expect(Array.from(halvePicture(pixels, 4))).toEqual([3, 10, 1, 25]);
  });

  test('of an odd side is refused', () => {
    expect(() => halvePicture(new Uint8Array(9), 3)).toThrow(
      'side / 2: expected a whole number of at least 1, got 1.5.',
    );
  });

  test('is kept to sixteen levels, paper and ink at the ends', () => {
    expect(Array.from(toGrayLevels([0, 8, 9, 127, 128, 255]))).toEqual([0, 0, 1, 7, 8, 15]);
    expect(() => toGrayLevels([256])).toThrow('pixels');
  });

  test('packed two pixels to a byte is read back as shares of full ink', () => {
    const packed = packLevels(Uint8Array.of(0, 15, 3, 12));
    expect(Array.from(packed)).toEqual([0x0f, 0x3c]);
    expect(Array.from(unpackLevels(packed))).toEqual([0, 1, 0.2, 0.8].map(Math.fround));
  });
});

describe('a file of pictures', () => {
  const levels = Uint8Array.from({ length: 3 * 16 }, (_, k) => k % 16);
  const file = encodePictures(levels, Uint8Array.of(2, 0, 1), 4, 3);

  test('gives back what was written', () => {
    const pictures = decodePictures(file, 'three.bin');
    expect(Array.from(pictures.labels)).toEqual([2, 0, 1]);
    expect([pictures.side, pictures.width, pictures.classes]).toEqual([4, 16, 3]);
    expect(Array.from(pictures.inputs)).toEqual(Array.from(levels, (level) => Math.fround(level / 15)));
  });

  test('that is of another kind, or not whole, or labeled outside its classes, is refused by name', () => {
    expect(() => decodePictures(Uint8Array.of(1, 2, 3), 'three.bin')).toThrow('three.bin: expected a file of pictures');
    expect(() => decodePictures(file.subarray(0, -1), 'three.bin')).toThrow('expected 35 bytes for 3 pictures, got 34');
    const wrong = file.slice();
    wrong[8] = 3;
    expect(() => decodePictures(wrong, 'three.bin')).toThrow('three.bin: labels');
  });
});
