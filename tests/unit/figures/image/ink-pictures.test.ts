import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { maskImage } from '../../../../src/figures/image/mask-image.ts';
import { enlargePicture, smoothPicture } from '../../../../src/figures/image/smooth-picture.ts';

/** The parts of a PNG by name, each checked against its own length. */
function partsOf(url: string): Map<string, Buffer> {
  const bytes = Buffer.from(url.replace('data:image/png;base64,', ''), 'base64');
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    parts.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return parts;
}

const inks = Float32Array.from({ length: 400 * 400 }, (_, k) => ((k * 7) % 16) / 15);

test.each([
  ['as they are', undefined],
  ['packed', (bytes: Uint8Array) => deflateSync(bytes)],
])('a mask whose bytes are put in %s holds each pixel as one of sixteen opacities', (_, deflate) => {
  const parts = partsOf(maskImage(inks, 400, deflate));
  expect([...(parts.get('IHDR') ?? [])]).toEqual([0, 0, 1, 144, 0, 0, 1, 144, 4, 3, 0, 0, 0]);
  const opacities = [...(parts.get('tRNS') ?? [])];
  // zlib itself checks the sum at the end of what was put in as it is.
  const lines = inflateSync(parts.get('IDAT') as Buffer);
  expect(lines.length).toBe(400 * 201);
  for (let k = 0; k < inks.length; k += 997) {
    const [row, column] = [Math.floor(k / 400), k % 400];
    const byte = lines[row * 201 + 1 + (column >> 1)] as number;
    const level = column % 2 === 0 ? byte >> 4 : byte & 15;
    expect(opacities[level]).toBe(Math.round(255 * (inks[k] as number)));
  }
});

test('the parts of a mask carry the check that the PNG standard asks for', () => {
  const url = maskImage(new Float32Array(4), 2);
  // The end of every PNG is the same twelve bytes.
  expect(
    Buffer.from(url.split(',')[1] as string, 'base64')
      .subarray(-12)
      .toString('hex'),
  ).toBe('0000000049454e44ae426082');
});

test('a smooth picture keeps even areas even, and turns steps into edges that rise once', () => {
  // 12 pixels wide: paper on the left, ink on the right.
  const pixels = Float32Array.from({ length: 144 }, (_, k) => Number(k % 12 >= 6));
  const smooth = smoothPicture(pixels, 12, 4, 0.2, 0.8);
  const middle = Array.from(smooth.subarray(24 * 48, 25 * 48));
  expect(middle.slice(0, 16)).toEqual(Array.from({ length: 16 }, () => 0));
  expect(middle.slice(32, 40)).toEqual(Array.from({ length: 8 }, () => 1));
  const edge = middle.slice(12, 36);
  expect(edge).toEqual(edge.toSorted((a, b) => a - b));
  // Both sides of the step are alike.
  expect((middle[23] as number) + (middle[24] as number)).toBeCloseTo(1, 6);
});

test('a single pixel becomes the hump of a cubic B-spline', () => {
  const pixels = new Float32Array(49);
  pixels[24] = 1;
  // At the pixel's own middle the spline of one control point is 2/3 across and down.
  const smooth = smoothPicture(pixels, 7, 3, 0, 1);
  const peak = (2 / 3) ** 2;
  expect(smooth[10 * 21 + 10]).toBeCloseTo(peak * peak * (3 - 2 * peak), 6);
});

test('an enlarged picture keeps an even gray and a slope as they are, and stays between paper and ink at a step', () => {
  const picture = (inkAt: (column: number) => number): Float32Array =>
    Float32Array.from({ length: 144 }, (_, k) => inkAt(k % 12));
  const middleOf = (pixels: Float32Array): number[] =>
    Array.from(enlargePicture(pixels, 12, 4).subarray(24 * 48, 25 * 48));
  for (const ink of middleOf(picture(() => 0.4)).slice(8, 40)) expect(ink).toBeCloseTo(0.4, 6);
  middleOf(picture((column) => column / 20)).forEach((ink, k) => {
    if (k >= 8 && k < 40) expect(ink).toBeCloseTo(((k + 0.5) / 4 - 0.5) / 20, 6);
  });
  const step = middleOf(picture((column) => Number(column >= 6)));
  expect([Math.min(...step), Math.max(...step)]).toEqual([0, 1]);
  expect((step[23] as number) + (step[24] as number)).toBeCloseTo(1, 6);
});

test('a single pixel of an enlarged picture is blurred less than by a B-spline alone', () => {
  const pixels = new Float32Array(49);
  pixels[24] = 1;
  // Across and down, the B-spline leaves 2/3 of it at its middle, and the spline of Catmull and Rom all.
  expect(enlargePicture(pixels, 7, 3)[10 * 21 + 10]).toBeCloseTo((0.6 * (2 / 3) + 0.4) ** 2, 6);
});
