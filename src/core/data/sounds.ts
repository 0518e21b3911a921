import { expectInteger } from '../expect.ts';

/** Recorded sounds of one rate, in the order of their classes. */
interface SoundSet {
  /** Samples a second. */
  readonly rate: number;
  /** Each from -1 to 1. */
  readonly sounds: readonly Float32Array[];
}

/** What a file of sounds begins with: a name of the format, and its version. */
const opening = [0x4d, 0x58, 0x53, 1] as const;
const headerBytes = 7;
/** A sample of 1, which is just beyond the range of 16 bits. */
const fullScale = 0x8000;

/**
 * Writes sounds as bytes: "MXS" and 1, the rate (two bytes, the lower first), the number of sounds, two bytes for the length of
 * each, then what sets each sample apart from the one before it, with its sign as the lowest bit: the lower bytes of all, then the
 * upper ones, most of which are 0 and pack well. Nothing is lost.
 *
 * @param sounds 16-bit samples
 * @throws RangeError that names the argument
 */
export function encodeSounds(rate: number, sounds: readonly Int16Array[]): Uint8Array {
  expectInteger('rate', rate, 1, 0xffff);
  expectInteger('sounds.length', sounds.length, 1, 255);
  for (const { length } of sounds) expectInteger('length of a sound', length, 1, 0xffff);
  const lengths = sounds.flatMap(({ length }) => [length & 0xff, length >> 8]);
  const steps = sounds.flatMap((samples) => Array.from(samples, (sample, n) => sample - (samples[n - 1] ?? 0)));
  const start = headerBytes + lengths.length;
  const bytes = new Uint8Array(start + 2 * steps.length);
  bytes.set([...opening, rate & 0xff, rate >> 8, sounds.length, ...lengths]);
  steps.forEach((step, n) => {
    // A step that leaves 16 bits comes back into them, and so does its sum.
    const wrapped = (step << 16) >> 16;
    const folded = (wrapped << 1) ^ (wrapped >> 15);
    bytes[start + n] = folded & 0xff;
    bytes[start + steps.length + n] = (folded >> 8) & 0xff;
  });
  return bytes;
}

/**
 * Reads what {@link encodeSounds} wrote.
 *
 * @param name what to call the file in messages
 * @throws RangeError that names the file and its first fault
 */
export function decodeSounds(bytes: Uint8Array, name: string): SoundSet {
  const fail = (problem: string): never => {
    throw new RangeError(`${name}: ${problem}.`);
  };
  const twoBytes = (at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  const count = bytes[6] ?? 0;
  const start = headerBytes + 2 * count;
  if (bytes.length < start || opening.some((byte, k) => bytes[k] !== byte))
    fail('expected a file of sounds, format 1, got something else');
  const lengths = Array.from({ length: count }, (_, k) => twoBytes(headerBytes + 2 * k));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  if (bytes.length !== start + 2 * all)
    fail(`expected ${start + 2 * all} bytes for ${all} samples, got ${bytes.length}`);
  let next = start;
  const sounds = lengths.map((length) => {
    const samples = new Float32Array(length);
    let sample = 0;
    for (let n = 0; n < length; n += 1, next += 1) {
      const folded = (bytes[next] as number) + 256 * (bytes[next + all] as number);
      sample = ((sample + ((folded >> 1) ^ -(folded & 1))) << 16) >> 16;
      samples[n] = sample / fullScale;
    }
    return samples;
  });
  return { rate: twoBytes(4), sounds };
}
