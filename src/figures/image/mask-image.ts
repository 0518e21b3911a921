import { expectInteger } from '../../core/expect.ts';

/** Shares of ink that a mask tells apart. */
const levels = 16;

/**
 * A picture's ink as an image to mask with: black, and as opaque as there is ink. It is a PNG of 16 levels of opacity, written
 * here because a canvas is not read back the same in every browser, and is not there at build.
 *
 * W3C, Portable Network Graphics Specification (Third Edition), 2025, sections 5, 9 and 11.
 *
 * @param inks `[rows, columns]`, from 0 to 1; as many rows as there are
 * @param columns an even number of pixels
 * @param deflate packs bytes in the format of zlib; if not given they are put in as they are
 * @returns a data: URL
 * @throws RangeError that names the argument
 */
export function maskImage(
  inks: ArrayLike<number>,
  columns: number,
  deflate: (bytes: Uint8Array) => Uint8Array = stored,
): string {
  expectInteger('columns / 2', columns / 2, 1);
  const rows = expectInteger('inks.length / columns (rows)', inks.length / columns, 1);
  const stride = 1 + columns / 2;
  const lines = new Uint8Array(rows * stride);
  for (let k = 0; k < inks.length; k += 1) {
    const level = Math.round((inks[k] as number) * (levels - 1));
    const column = k % columns;
    const at = Math.floor(k / columns) * stride + 1 + (column >> 1);
    lines[at] = (lines[at] as number) | (column % 2 === 0 ? level << 4 : level);
  }
  const header = [...bigEndian(columns), ...bigEndian(rows), 4, 3, 0, 0, 0];
  const opacities = Array.from({ length: levels }, (_, level) => Math.round((255 * level) / (levels - 1)));
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', new Uint8Array(3 * levels)),
    chunk('tRNS', opacities),
    chunk('IDAT', deflate(lines)),
    chunk('IEND', []),
  ];
  let text = '';
  for (const part of parts) for (const byte of part) text += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(text)}`;
}

function chunk(type: string, data: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  bytes.set(bigEndian(data.length));
  for (let k = 0; k < type.length; k += 1) bytes[4 + k] = type.charCodeAt(k);
  bytes.set(data, 8);
  bytes.set(bigEndian(crc32(bytes.subarray(4, 8 + data.length))), 8 + data.length);
  return bytes;
}

/** zlib's format without any packing: RFC 1950 around the stored blocks of RFC 1951. */
function stored(bytes: Uint8Array): Uint8Array {
  const most = 0xffff;
  const blocks = Math.ceil(bytes.length / most);
  const out = new Uint8Array(2 + bytes.length + 5 * blocks + 4);
  out.set([0x78, 0x01]);
  for (let n = 0; n < blocks; n += 1) {
    const block = bytes.subarray(n * most, (n + 1) * most);
    const { length } = block;
    const at = 2 + n * (most + 5);
    out.set([Number(n === blocks - 1), length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff], at);
    out.set(block, at + 5);
  }
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  out.set(bigEndian(b * 65_536 + a), out.length - 4);
  return out;
}

/** The check that ends each part of a PNG, its annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const bigEndian = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
