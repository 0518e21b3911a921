import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expectSome } from '../expect-some.ts';
import { readFashionMnist } from '../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { bakedFile } from '../../src/islands/kit/baked/baked-results.ts';
import { probabilitiesAt } from '../../src/islands/between-pictures/answer.ts';
import { classWords } from '../../src/islands/between-pictures/blended-set.ts';
import { openAnswers, type StoredPair } from '../../src/studies/stored-pictures.ts';

/** What the page says of its pairs, held against what is kept of them. */

interface PairsFile {
  readonly seeds: readonly number[];
  readonly chosen: readonly StoredPair[];
  readonly byLot: readonly StoredPair[];
}

const [digits, clothes] = ['between-pictures', 'between-clothes'].map((name) => bakedFile(name)) as unknown as [
  PairsFile,
  PairsFile,
];
const sets = [
  ['digits', digits],
  ['clothes', clothes],
] as const;
const chosen = sets.flatMap(([set, file]) =>
  expectSome(file.chosen, 'pairs').map((pair) => [`${set} ${pair.labels.join(' and ')}`, pair, file] as const),
);
/** Answers are kept in 255ths. */
const rounding = 0.5 / 255;

test('all pairs and their answers take at most 60 kB on their way to readers', () => {
  const bytes = [digits, clothes].map((file) => gzipSync(JSON.stringify(file)).length);
  expect(bytes[0] as number).toBeLessThan(bytes[1] as number);
  expect((bytes[0] as number) + (bytes[1] as number)).toBeLessThanOrEqual(60_000);
});

test.each(sets)('there are twelve chosen pairs of %s and twelve by lot', (_, file) => {
  expect([file.chosen.length, file.byLot.length]).toEqual([12, 12]);
});

test('clothes are called as their file numbers them: the pictures of trousers are the narrow ones', async () => {
  const { inputs, labels, width, side } = await readFashionMnist();
  const spreads = classWords.clothes.names.map(() => ({ sum: 0, ink: 0 }));
  labels.forEach((label, row) => {
    const spread = spreads[label] as { sum: number; ink: number };
    for (let k = 0; k < width; k += 1) {
      const ink = inputs[row * width + k] as number;
      spread.sum += ink * Math.abs((k % side) - (side - 1) / 2);
      spread.ink += ink;
    }
  });
  const narrow = spreads.map(({ sum, ink }) => sum / ink);
  expect(classWords.clothes.names[narrow.indexOf(Math.min(...narrow))]).toBe('trousers');
  expect(classWords.clothes.names[narrow.indexOf(Math.max(...narrow))]).toMatch(/sandal|sneaker|boot|bag/);
});

describe.each(chosen)('of the chosen pair of %s it is true', (_, pair, file) => {
  const answers = openAnswers(pair);
  const [a, b] = pair.labels as [number, number];

  test('that the usual training is more than 90 % sure of a third class half way, with at least three seeds of four', () => {
    const third = probabilitiesAt(answers, 'erm', 0.5).map((p, label) => (label === a || label === b ? 0 : p));
    expect(Math.max(...third)).toBeGreaterThan(0.9 - rounding);
    expect(pair.thirds[0]).toBeGreaterThanOrEqual(0.75 * file.seeds.length);
  });

  test('that mixup gives both at least 25 % there, and more than 70 % together', () => {
    const halfWay = probabilitiesAt(answers, 'mixup', 0.5);
    const both = [halfWay[a] as number, halfWay[b] as number];
    expect(Math.min(...both)).toBeGreaterThanOrEqual(0.25 - rounding);
    expect((both[0] as number) + (both[1] as number)).toBeGreaterThan(0.7 - 2 * rounding);
  });

  test('that both networks name its pictures rightly, the usual one with more than 90 %', () => {
    for (const [share, label] of [[0, a], [1, b]] as const) {
      expect(probabilitiesAt(answers, 'erm', share)[label]).toBeGreaterThan(0.9 - rounding);
      const mixup = probabilitiesAt(answers, 'mixup', share);
      expect(mixup.indexOf(Math.max(...mixup))).toBe(label);
    }
  });
});

test.each(sets)('no picture and no pair of classes comes twice among the chosen pairs of %s', (_, file) => {
  const rows = file.chosen.flatMap(({ a, b }) => [a, b]);
  expect(new Set(rows).size).toBe(rows.length);
  const classes = file.chosen.map(({ labels }) => [...labels].sort().join());
  expect(new Set(classes).size).toBe(classes.length);
});
