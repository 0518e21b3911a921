import { expect, test } from 'vitest';
import { mixWords } from '../../../../src/islands/hear-lambda/mixtures.ts';
import { tellSound, tellStill } from '../../../../src/islands/hear-lambda/told-mixture.ts';
import { inksOf, wordSound, type WordSound } from '../../../../src/islands/hear-lambda/word-sound.ts';
import { tone } from '../../core/sound/tones.ts';

const pair = { first: 'nine', second: 'six', lambda: 0.5 };

test('what sounds is told: one word, two voices with the difference of their levels, or one sound in between', () => {
  expect(tellSound('first', pair, {})).toBe('“nine” alone.');
  expect(tellSound('waves', { ...pair, lambda: 0 }, {})).toBe('“six” alone.');
  expect(tellSound('waves', pair, { secondAbove: -6.02 })).toBe(
    'Two voices at once: “nine”, and “six” 6\u00A0dB softer.',
  );
  expect(tellSound('waves', pair, { secondAbove: 12.6 })).toBe(
    'Two voices at once: “six”, and “nine” 13\u00A0dB softer.',
  );
  expect(tellSound('waves', pair, { secondAbove: 0.4 })).toContain('about equally loud');
  expect(tellSound('spectrograms', pair, { secondAbove: 0 })).toBe('One sound between “six” and “nine”.');
  expect(tellStill(0.9444)).toBe('94 % of what only one word has stays loud');
  expect(tellStill(undefined)).toBe('');
});

test('beside a tone that both have, two others keep their own ink where waves are mixed, and fade where spectrograms are', () => {
  const shared = tone(1000, 0.3);
  const [low, high] = [300, 2500].map((hertz) =>
    wordSound(tone(hertz, 0.3).map((one, n) => one + (shared[n] ?? 0))),
  ) as [WordSound, WordSound];
  const { waves, inks, facts } = mixWords(low, high, 0.5);
  expect(facts.secondAbove).toBeCloseTo(0, 3);
  expect(facts.still?.waves).toBeGreaterThan(0.7);
  expect(facts.still?.spectrograms).toBeLessThan(0.05);
  // In the middle of the second, the highest pitch first: the blue ink lies low, the orange one high, and both where the shared tone is.
  const column = (ink: Float32Array | undefined): number[] =>
    Array.from({ length: 40 }, (_, row) => ink?.[row * 126 + 60] ?? NaN);
  const rowOf = (hertz: number): number =>
    39 - Math.round((41 * Math.log10(1 + hertz / 700)) / Math.log10(1 + 40 / 7) - 1);
  const [ofLow, ofHigh] = waves.inks.map(column) as [number[], number[]];
  const mixed = column(inks);
  for (const [hertz, own, other] of [
    [300, ofLow, ofHigh],
    [2500, ofHigh, ofLow],
  ] as const) {
    expect(own[rowOf(hertz)]).toBeGreaterThan(0.9);
    expect(other[rowOf(hertz)]).toBeLessThan(0.05);
    expect(mixed[rowOf(hertz)]).toBeLessThan(0.6);
  }
  expect(ofLow[rowOf(1000)]).toBeCloseTo(ofHigh[rowOf(1000)] as number, 1);
  expect(mixed[rowOf(1000)]).toBeGreaterThan(0.9);
  expect(Math.min(...inksOf(low.decibels))).toBe(0);
});

test('a word mixed with itself is that word, both ways, and nothing of it is one’s alone', () => {
  const word = wordSound(tone(300, 0.3));
  const { facts, samples } = mixWords(word, word, 0.25);
  expect(facts.still).toBeUndefined();
  expect(Array.from(samples.subarray(0, 50))).toEqual(Array.from(word.samples.subarray(0, 50)));
});
