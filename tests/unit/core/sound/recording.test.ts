import { describe, expect, test } from 'vitest';
import { decibelsAbove, effectiveValue, gainWithoutClipping } from '../../../../src/core/sound/loudness.ts';
import { faultOf, loudestSecond, toSound } from '../../../../src/core/sound/recording.ts';
import { resample } from '../../../../src/core/sound/resample.ts';
import { soundLength } from '../../../../src/core/sound/short-time.ts';
import { farthest, tone } from './tones.ts';

describe('another rate', () => {
  test.each([48_000, 44_100, 16_000, 8000])('a tone recorded at %i samples a second is that tone at 8,000', (rate) => {
    const made = resample(tone(440, 0.8, rate, rate), rate, 8000, 8000);
    expect(farthest(made, tone(440, 0.8), 100, 7900)).toBeLessThan(2e-3);
  });

  test('what is too high for the lower rate is gone instead of coming back as another pitch', () => {
    const made = resample(tone(5000, 1, 48_000, 48_000), 48_000, 8000, 8000);
    expect(farthest(made, new Float64Array(8000), 100, 7900)).toBeLessThan(2e-3);
  });

  test('behind its end a sound is silent', () => {
    expect(farthest(resample([0.5], 8000, 8000, 200), new Float64Array(200), 50)).toBeLessThan(1e-12);
  });
});

describe('a recording', () => {
  test('of a voice within longer silence is cut to the second around it', () => {
    const rate = 48_000;
    const samples = new Float32Array(3 * rate);
    samples.set(Float32Array.from(tone(300, 0.3, rate, rate / 2)), 1.6 * rate);
    const start = loudestSecond(samples, rate);
    expect(start).toBeLessThanOrEqual(1.6 * rate);
    expect(start).toBeGreaterThanOrEqual(1.09 * rate);
  });

  test('shorter than a second begins where it begins', () => {
    expect(loudestSecond(tone(300, 0.3, 8000, 4000), 8000)).toBe(0);
  });

  test('that is silent, or cut off at its peaks, is told apart from one that is neither', () => {
    expect(faultOf(tone(300, 0.3))).toBeUndefined();
    expect(faultOf(tone(300, 0.001))).toBe('silent');
    expect(faultOf(new Float32Array(0))).toBe('silent');
    expect(faultOf(tone(300, 1.4).map((sample) => Math.max(-1, Math.min(1, sample))))).toBe('clipped');
  });

  test('becomes a second as loud as the site’s words, with soft ends, and never beyond full scale', () => {
    const quiet = toSound(tone(300, 0.05, 44_100, 44_100), 44_100);
    expect(quiet).toHaveLength(soundLength);
    expect(effectiveValue(quiet)).toBeCloseTo(0.1, 2);
    expect(Math.abs(quiet[0] as number)).toBeLessThan(1e-12);
    expect(Math.abs(quiet.at(-1) as number)).toBeLessThan(1e-3);
    const click = new Float64Array(8000);
    click[4000] = 0.9;
    expect(Math.max(...toSound(click, 8000).map(Math.abs))).toBeLessThanOrEqual(1);
  });
});

test('loudness: a sine’s effective value is its amplitude by the root of two, and twice the amplitude is 6 dB more', () => {
  expect(effectiveValue(tone(500))).toBeCloseTo(Math.SQRT1_2, 9);
  expect(effectiveValue([])).toBe(0);
  expect(decibelsAbove(2, 1)).toBeCloseTo(6.0206, 4);
});

test('only what leaves full scale is made softer', () => {
  expect(gainWithoutClipping([0.2, -0.9])).toBe(1);
  expect(gainWithoutClipping([0.2, -1.6])).toBe(0.625);
});
