import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectSome } from '../expect-some.ts';
import { bakedFile } from '../../src/islands/kit/baked/baked-results.ts';
import { probabilitiesAt } from '../../src/islands/between-pictures/answer.ts';
import { openAnswers, type StoredPair } from '../../src/studies/stored-pictures.ts';

/** What the page says of its pairs, held against what is kept of them. */

const file = bakedFile('between-pictures') as unknown as {
  readonly seeds: readonly number[];
  readonly chosen: readonly StoredPair[];
  readonly byLot: readonly StoredPair[];
};
const chosen = expectSome(file.chosen, 'pairs').map((pair) => [pair.labels.join(' and '), pair] as const);
/** Answers are kept in 255ths. */
const rounding = 0.5 / 255;

test('all pairs and their answers take at most 60 kB', () => {
  expect(statSync('content/results/between-pictures.json').size).toBeLessThanOrEqual(60_000);
  expect([file.chosen.length, file.byLot.length]).toEqual([12, 12]);
});

describe.each(chosen)('of the chosen pair of %s it is true', (_, pair) => {
  const answers = openAnswers(pair);
  const [a, b] = pair.labels as [number, number];

  test('that the usual training is more than 90 % sure of a third digit half way, with at least three seeds of four', () => {
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

test('no picture and no pair of digits comes twice among the chosen pairs', () => {
  const rows = file.chosen.flatMap(({ a, b }) => [a, b]);
  expect(new Set(rows).size).toBe(rows.length);
  const classes = file.chosen.map(({ labels }) => [...labels].sort().join());
  expect(new Set(classes).size).toBe(classes.length);
});
