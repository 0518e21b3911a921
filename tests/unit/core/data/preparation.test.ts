import { describe, expect, test } from 'vitest';
import { corruptLabels } from '../../../../src/core/data/corrupt-labels.ts';
import { splitRows } from '../../../../src/core/data/split-rows.ts';
import { fitStandardization, standardize } from '../../../../src/core/data/standardize.ts';
import { takeRows } from '../../../../src/core/data/take-rows.ts';
import { createRandom, randomNormal } from '../../../../src/core/random/random.ts';

const sorted = (rows: Uint32Array): number[] => Array.from(rows).sort((a, b) => a - b);

describe('a split', () => {
  test('puts every row into one part', () => {
    const { train, test: held } = splitRows(150, 100, 3);
    expect([train.length, held.length]).toEqual([100, 50]);
    expect(sorted(Uint32Array.of(...train, ...held))).toEqual(Array.from({ length: 150 }, (_, row) => row));
  });

  test('can leave rows out', () => {
    const { train, test: held } = splitRows(1797, 1000, 3, 597);
    expect([train.length, held.length, new Set([...train, ...held]).size]).toEqual([1000, 597, 1597]);
  });

  test('belongs to its seed, and every row is as likely to be trained on', () => {
    expect(splitRows(20, 5, 1)).toEqual(splitRows(20, 5, 1));
    const counts = new Array<number>(20).fill(0);
    for (let seed = 0; seed < 4000; seed += 1)
      for (const row of splitRows(20, 5, seed).train) (counts[row] as number) += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(45);
  });

  test('needs a row for each part', () => {
    expect(() => splitRows(10, 10, 1)).toThrow('train: expected a whole number from 1 to 9, got 10.');
    expect(() => splitRows(10, 5, 1, 6)).toThrow('test: expected a whole number from 1 to 5, got 6.');
    expect(() => splitRows(10, 5, -1)).toThrow('seed');
  });

  test('rows are taken in the order asked for', () => {
    const set = { inputs: Float32Array.of(1, 2, 3, 4, 5, 6), labels: Uint8Array.of(0, 1, 2), classes: 3, width: 2 };
    expect(takeRows(set, Uint32Array.of(2, 0))).toEqual({
      inputs: Float32Array.of(5, 6, 1, 2),
      labels: Uint8Array.of(2, 0),
      classes: 3,
      width: 2,
    });
    expect(() => takeRows(set, Uint32Array.of(3))).toThrow(
      'rows: expected whole numbers from 0 to 2, got 3 at index 0.',
    );
  });
});

describe('corrupted labels', () => {
  const classes = 10;
  const labels = Uint8Array.from({ length: 20_000 }, (_, row) => (row * 7) % classes);

  test.each([0, 0.2, 0.5, 0.8, 1])('replace a share of %d, of which one in ten stays right by chance', (share) => {
    const { labels: changed, corrupted } = corruptLabels(labels, classes, share, 5);
    const wrong = changed.filter((label, row) => label !== labels[row]).length;
    expect(Math.abs(wrong / labels.length - 0.9 * share)).toBeLessThan(0.01);
    expect(corrupted).toEqual(changed.map((label, row) => (label === labels[row] ? 0 : 1)));
  });

  test('are drawn evenly from all classes', () => {
    const { labels: changed } = corruptLabels(labels, classes, 1, 5);
    const counts = new Array<number>(classes * classes).fill(0);
    changed.forEach((label, row) => ((counts[(labels[row] as number) * classes + label] as number) += 1));
    const chiSquare = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    // The 0.999 quantile of chi-square with 99 degrees of freedom.
    expect(chiSquare).toBeLessThan(148.2);
  });

  test('with two classes are wrong half as often as replaced', () => {
    const two = labels.map((label) => label % 2);
    const { corrupted } = corruptLabels(two, 2, 0.4, 5);
    expect(Math.abs(corrupted.reduce((a, b) => a + b, 0) / two.length - 0.2)).toBeLessThan(0.01);
  });

  test('only touch the rows they may, and never the labels they were given', () => {
    const before = labels.slice();
    const rows = Uint32Array.from({ length: 300 }, (_, k) => 5 * k);
    const { labels: changed, corrupted } = corruptLabels(labels, classes, 1, 5, rows);
    expect(labels).toEqual(before);
    const untouchable = (_: number, row: number): boolean => row % 5 !== 0 || row >= 1500;
    expect(changed.filter(untouchable)).toEqual(labels.filter(untouchable));
    expect(corrupted.filter(untouchable).every((mark) => mark === 0)).toBe(true);
    expect(corrupted.reduce((a, b) => a + b, 0)).toBeGreaterThan(240);
  });

  test('of a larger share include those of a smaller one', () => {
    const small = corruptLabels(labels, classes, 0.2, 5);
    const large = corruptLabels(labels, classes, 0.5, 5);
    const wrong = (_: number, row: number): boolean => small.corrupted[row] === 1;
    expect(large.labels.filter(wrong)).toEqual(small.labels.filter(wrong));
  });

  test('belong to their seed', () => {
    expect(corruptLabels(labels, classes, 0.5, 5)).toEqual(corruptLabels(labels, classes, 0.5, 5));
    expect(corruptLabels(labels, classes, 0.5, 6).labels).not.toEqual(corruptLabels(labels, classes, 0.5, 5).labels);
  });

  test('refuse impossible shares, labels and rows', () => {
    expect(() => corruptLabels(labels, classes, 1.1, 5)).toThrow(
      'share: expected a finite number from 0 to 1, got 1.1.',
    );
    expect(() => corruptLabels(labels, 3, 0.5, 5)).toThrow(
      'labels: expected whole numbers from 0 to 2, got 7 at index 1.',
    );
    expect(() => corruptLabels(Uint8Array.of(0, 1), 2, 0.5, 5, Uint32Array.of(2))).toThrow('rows: expected');
  });
});

describe('standardizing', () => {
  const random = createRandom('standardize');
  const rows = 60;
  const inputs = Float32Array.from({ length: rows * 3 }, (_, k) =>
    k % 3 === 2 ? 7.1 : 5 * (k % 3) + 100 + 20 * randomNormal(random),
  );
  const train = Uint32Array.from({ length: 40 }, (_, row) => row);

  test('gives every column mean 0 and deviation 1 over the training rows', () => {
    const standard = standardize(inputs, fitStandardization(inputs, 3, train));
    for (const column of [0, 1]) {
      const values = Array.from(train, (row) => standard[3 * row + column] as number);
      const mean = values.reduce((a, b) => a + b, 0) / 40;
      expect(mean).toBeCloseTo(0, 5);
      expect(values.reduce((a, b) => a + (b - mean) ** 2, 0) / 40).toBeCloseTo(1, 5);
    }
  });

  test('learns nothing from other rows, but applies to them', () => {
    const spoiled = inputs.map((value, k) => (k >= 120 ? 1000 * value : value));
    expect(fitStandardization(spoiled, 3, train)).toEqual(fitStandardization(inputs, 3, train));
    const { means, deviations } = fitStandardization(inputs, 3, train);
    const standard = standardize(inputs, { means, deviations });
    const expected = ((inputs[3 * 50 + 1] as number) - (means[1] as number)) / (deviations[1] as number);
    expect(standard[3 * 50 + 1]).toBeCloseTo(expected, 6);
  });

  test('turns a column that does not vary into zeros', () => {
    const standard = standardize(inputs, fitStandardization(inputs, 3, train));
    for (let row = 0; row < rows; row += 1) expect(standard[3 * row + 2]).toBeCloseTo(0, 6);
  });

  test('refuses rows that are not whole or not there', () => {
    expect(() => fitStandardization(inputs, 3, new Uint32Array(0))).toThrow('rows.length');
    expect(() => fitStandardization(inputs, 3, Uint32Array.of(60))).toThrow(
      'rows: expected whole numbers from 0 to 59',
    );
    expect(() => standardize(new Float32Array(4), fitStandardization(inputs, 3, train))).toThrow(
      'inputs: expected 6 numbers (whole rows of 3), got 4.',
    );
  });
});
