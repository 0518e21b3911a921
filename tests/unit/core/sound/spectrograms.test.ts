import { beforeAll, describe, expect, test } from 'vitest';
import { mixLogPowers, soundOfLogMel } from '../../../../src/core/sound/from-log-mel.ts';
import { effectiveValue } from '../../../../src/core/sound/loudness.ts';
import {
  bandCount,
  fromDecibels,
  gatherInBands,
  logMel,
  melOf,
  powerOf,
  silence,
  spreadOverPitches,
  toDecibels,
} from '../../../../src/core/sound/mel.ts';
import { mixRows, mixTransforms } from '../../../../src/core/sound/mix-sounds.ts';
import { binCount, frameCount, nearestSound, shortTime, soundLength } from '../../../../src/core/sound/short-time.ts';
import { stillLoud } from '../../../../src/core/sound/still-loud.ts';
import { readSpokenDigits } from '../../../../src/data/spoken-digits/read-spoken-digits.ts';
import { farthest, tone } from './tones.ts';

/** Frames that lie wholly in the sound. */
const inner = 60;
const word = (recording: ArrayLike<number> | undefined): Float64Array =>
  Float64Array.from({ length: soundLength }, (_, n) => recording?.[n] ?? 0);

let nine: Float64Array;
let six: Float64Array;
beforeAll(async () => {
  const digits = await readSpokenDigits();
  [nine, six] = [word(digits[9]), word(digits[6])];
});

function finish(work: Generator<undefined, Float64Array>): Float64Array {
  let round = work.next();
  while (!round.done) round = work.next();
  return round.value;
}

describe('the short-time transform', () => {
  test('shows a tone of amplitude 1 as 1 at its pitch, and as a half at both neighbors, as Hann’s window does', () => {
    // Pitches are 8,000 / 256 = 31.25 Hz apart.
    const power = powerOf(shortTime(tone(32 * 31.25)));
    const at = (bin: number): number => Math.sqrt(power[inner * binCount + bin] as number);
    expect(at(32)).toBeCloseTo(1, 9);
    expect(at(31)).toBeCloseTo(0.5, 9);
    expect(at(33)).toBeCloseTo(0.5, 9);
    expect(at(40)).toBeLessThan(1e-9);
  });

  test('is the sum of the definition in a frame around its sample', () => {
    const { real, imaginary } = shortTime(nine);
    const bin = 19;
    let [re, im] = [0, 0];
    for (let n = 0; n < 256; n += 1) {
      const windowed = (nine[64 * inner - 128 + n] as number) * Math.sin((Math.PI * n) / 256) ** 2;
      re += (windowed * Math.cos((2 * Math.PI * bin * n) / 256)) / 64;
      im -= (windowed * Math.sin((2 * Math.PI * bin * n) / 256)) / 64;
    }
    expect(real[inner * binCount + bin]).toBeCloseTo(re, 12);
    expect(imaginary[inner * binCount + bin]).toBeCloseTo(im, 12);
  });

  test('leads back to the sound, up to both ends', () => {
    expect(farthest(nearestSound(shortTime(nine)), nine)).toBeLessThan(1e-12);
    const loudEnds = Float64Array.from(nine, () => 0.5);
    expect(farthest(nearestSound(shortTime(loudEnds)), loudEnds)).toBeLessThan(1e-12);
  });

  test('refuses a sound of another length, and one that is none', () => {
    expect(() => shortTime(new Float64Array(10))).toThrow('expected 8000 samples, got 10');
    expect(() => shortTime(new Float64Array(soundLength).fill(NaN))).toThrow('samples: expected finite numbers');
  });
});

describe('mel bands', () => {
  test('a thousand hertz are a thousand mel, and the bands’ peaks are evenly apart', () => {
    expect(melOf(1000)).toBeCloseTo(1000, 1);
    expect(melOf(0)).toBe(0);
  });

  test('every band hears something, and a tone is loudest where its mel lies', () => {
    const flat = gatherInBands(new Float64Array(frameCount * binCount).fill(1));
    expect(Math.min(...flat.subarray(0, bandCount))).toBeGreaterThan(0.5);
    for (const hertz of [250, 1000, 3000]) {
      const bands = logMel(shortTime(tone(hertz))).subarray(inner * bandCount, (inner + 1) * bandCount);
      const mel = 2595 * Math.log10(1 + hertz / 700);
      const highest = 2595 * Math.log10(1 + 4000 / 700);
      expect(Math.abs(bands.indexOf(Math.max(...bands)) + 1 - (mel / highest) * (bandCount + 1))).toBeLessThan(1);
    }
  });

  test('giving back to pitches is gathering turned around: both sums of products agree', () => {
    const power = powerOf(shortTime(nine));
    const bands = Float64Array.from({ length: frameCount * bandCount }, (_, k) => (k % 7) + 1);
    const dot = (a: Float64Array, b: Float64Array): number =>
      a.reduce((sum, one, k) => sum + one * (b[k] as number), 0);
    const [one, other] = [dot(gatherInBands(power), bands), dot(power, spreadOverPitches(bands))];
    expect(one / other).toBeCloseTo(1, 12);
  });

  test('decibels are ten times the decimal logarithm, and silence is the least', () => {
    const decibels = toDecibels(Float64Array.of(1, 0.1, 1e-3, 1e-20, 0));
    expect(farthest(decibels, [0, -10, -30, silence, silence])).toBeLessThan(1e-12);
    expect(farthest(fromDecibels(decibels), [1, 0.1, 1e-3, 1e-8, 1e-8])).toBeLessThan(1e-12);
  });
});

describe('mixing', () => {
  test('at λ = 0.5 a mixture is the mean of the samples, and at the ends it is a word', () => {
    const means = nine.map((sample, n) => (sample + (six[n] as number)) / 2);
    expect(farthest(mixRows(nine, six, 0.5), means)).toBeLessThan(1e-6);
    expect(farthest(mixRows(nine, six, 1), nine)).toBe(0);
    expect(farthest(mixRows(nine, six, 0), six)).toBe(0);
  });

  test('no mixture is louder than full scale, even where both words reach it', () => {
    const [up, both] = [Float64Array.of(1, -1, 1), Float64Array.of(1, -1, -1)];
    for (const lambda of [0, 0.1, 1 / 3, 0.5, 0.9, 1])
      expect(Math.max(...mixRows(up, both, lambda).map(Math.abs))).toBeLessThanOrEqual(1);
    expect(() => mixRows(up, both, 1.2)).toThrow('lambda');
    expect(() => mixRows(up, new Float64Array(2), 0.5)).toThrow('second');
  });

  test('mixed transforms are the transform of the mixed waves', () => {
    const one = mixTransforms(shortTime(nine), shortTime(six), 0.3);
    const other = shortTime(mixRows(nine, six, 0.3));
    expect(farthest(one.real, other.real)).toBeLessThan(1e-14);
    expect(farthest(one.imaginary, other.imaginary)).toBeLessThan(1e-14);
  });

  test('what only one word has is mostly loud in the mixed waves, and mostly not in the mixed spectrograms', () => {
    const [first, second] = [logMel(shortTime(nine)), logMel(shortTime(six))];
    const waves = stillLoud(logMel(mixTransforms(shortTime(nine), shortTime(six), 0.5)), first, second);
    const spectrograms = stillLoud(mixRows(first, second, 0.5), first, second);
    expect(waves).toBeGreaterThan(0.9);
    expect(spectrograms).toBeLessThan(0.3);
  });

  test('spots are counted that are loud in one word only', () => {
    const [first, second] = [Float64Array.of(-10, -10, -60, -60), Float64Array.of(-5, -50, -5, -60)];
    expect(stillLoud(Float64Array.of(-5, -5, -30, -5), first, second)).toBe(0.5);
    expect(stillLoud(first, first, first)).toBeUndefined();
  });
});

describe('a sound made of a log-mel spectrogram', () => {
  /** The mean distance in decibels where a spectrogram is not near silence. */
  const apart = (sound: Float64Array, wanted: Float64Array): number => {
    const got = logMel(shortTime(sound));
    const heard = Array.from(wanted.keys()).filter((k) => (wanted[k] as number) > -60);
    expect(heard.length).toBeGreaterThan(500);
    return heard.reduce((sum, k) => sum + Math.abs((got[k] as number) - (wanted[k] as number)), 0) / heard.length;
  };

  test.each([0.3, 0.5])('has that spectrogram within a decibel, at λ = %d, and is the same every time', (lambda) => {
    const [first, second] = [shortTime(nine), shortTime(six)];
    const wanted = mixRows(logMel(first), logMel(second), lambda);
    const make = (): Float64Array =>
      finish(soundOfLogMel(wanted, mixLogPowers(first, second, lambda), mixTransforms(first, second, lambda)));
    const sound = make();
    expect(apart(sound, wanted)).toBeLessThan(1);
    // What it starts from is far from it.
    expect(apart(mixRows(nine, six, lambda), wanted)).toBeGreaterThan(5);
    expect(farthest(make(), sound)).toBe(0);
  });

  test('at λ = 1 is the first word again', () => {
    const first = shortTime(nine);
    const sound = finish(
      soundOfLogMel(logMel(first), mixLogPowers(first, shortTime(six), 1), mixTransforms(first, shortTime(six), 1)),
    );
    expect(effectiveValue(sound.map((sample, n) => sample - (nine[n] as number)))).toBeLessThan(
      0.02 * effectiveValue(nine),
    );
  });
});
