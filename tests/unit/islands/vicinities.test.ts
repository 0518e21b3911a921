import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/islands/vicinities/presets.ts';
import { examplesOf, onlyRow, vicinityKinds } from '../../../src/islands/vicinities/settings.ts';
import { cellsOf, summarize } from '../../../src/islands/vicinities/summary.ts';
import { addToTally, emptyTally, plane, samplerOf, wholeTally } from '../../../src/islands/vicinities/tally.ts';
import { expectSome } from '../../expect-some.ts';

const settings = { ...presets[0].settings, drawn: 3000 };
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

describe('a tally', () => {
  test.each(vicinityKinds)('of %s counts every virtual example once, as far as it lies in the plot', (kind) => {
    const { drawn, counts, labelSums } = wholeTally(kind, settings);
    expect(drawn).toBe(3000);
    expect(sum(counts)).toBeGreaterThan(2990);
    expect(sum(counts)).toBeLessThanOrEqual(3000);
    expect(
      expectSome(labelSums, 'cells').every((label, cell) => label >= 0 && label <= (counts[cell] as number) + 1e-4),
    ).toBe(true);
  });

  test('of spikes has all in the cells of the examples, in each as many as its examples were chosen', () => {
    const { counts } = wholeTally('spike', settings);
    const { inputs } = examplesOf(settings);
    const expected = new Float32Array(counts.length);
    for (const i of expectSome(samplerOf('spike', settings)(3000).first, 'examples')) {
      // Cells are squares with sides of 0.05, from (-1.6, -1.2) on.
      const cell =
        Math.floor(((inputs[2 * i + 1] as number) + 1.2) / 0.05) * 64 +
        Math.floor(((inputs[2 * i] as number) + 1.6) / 0.05);
      expected[cell] = (expected[cell] as number) + 1;
    }
    expect(counts).toEqual(expected);
  });

  test('of mixup lies inside the box around the examples', () => {
    const { inputs } = examplesOf(settings);
    const xs = Array.from(inputs).filter((_, k) => k % 2 === 0);
    const { counts } = wholeTally('mixup', settings);
    expectSome(counts, 'cells').forEach((count, cell) => {
      const left = -1.6 + (cell % 64) * 0.05;
      if (count > 0) expect(left + 0.05 >= Math.min(...xs) && left <= Math.max(...xs)).toBe(true);
    });
  });

  test('grows by what an engine counted, and remembers the newest virtual example and what it was made from', () => {
    const batch = {
      rows: Float32Array.of(0, 0, 1, 0.5),
      width: 2,
      labels: Float32Array.of(0, 1),
      first: Uint32Array.of(1, 0),
      second: Uint32Array.of(1, 1),
      lambdas: Float32Array.of(1, 0.75),
    };
    const counted = new Float32Array(2 * plane.columns * plane.rows).fill(1);
    const twice = addToTally(addToTally(emptyTally('mixup'), batch, counted), batch, counted);
    expect(twice.drawn).toBe(4);
    expect([twice.counts[7], twice.labelSums[7]]).toEqual([2, 2]);
    expect(twice.newest).toEqual({
      point: { x: 0.25, y: 0.125, label: 0.25 },
      lambda: 0.75,
      from: [
        { x: 0, y: 0 },
        { x: 1, y: 0.5 },
      ],
    });
  });
});

describe('the summary', () => {
  const examples = {
    inputs: Float32Array.of(-1.59, -1.19, 0.01, 0.01, 0.02, 0.02),
    labels: Uint8Array.of(0, 1, 1),
    classes: 2,
    width: 2,
  };

  test('knows the cells of the examples, each once', () => {
    expect(cellsOf(examples)).toEqual(new Set([0, 24 * 64 + 32]));
  });

  test('takes shares of the plot, of the cells reached and of what was drawn', () => {
    const tally = emptyTally('mixup');
    tally.counts.set([6, 2], 0);
    tally.labelSums.set([0, 1], 0);
    const { reached, mixed, onExamples, outside } = summarize({ ...tally, drawn: 10 }, examples);
    expect(reached).toBe(2 / (64 * 48));
    expect(mixed).toBe(0.5);
    expect(onExamples).toBe(0.6);
    expect(outside).toBe(0.2);
  });

  test('of nothing is zero throughout', () => {
    expect(Object.values(summarize(emptyTally('spike'), examples))).toEqual([0, 0, 0, 0]);
  });

  test('at alpha = 0.1 finds most of mixup’s virtual examples at real ones, at alpha = 1 few', () => {
    // For this seed; P(min(lambda, 1 - lambda) < 0.1) is 0.81 and 0.2.
    const share = (alpha: number) => {
      const now = { ...settings, alpha };
      return summarize(wholeTally('mixup', now), examplesOf(now)).onExamples;
    };
    expect(share(0.1)).toBeGreaterThan(0.65);
    expect(share(1)).toBeLessThan(0.2);
  });
});

test('the example drawn around is one of those there are', () => {
  expect(onlyRow({ ...settings, around: 0 })).toBeUndefined();
  expect(onlyRow({ ...settings, around: 3 })).toBe(2);
  expect(onlyRow({ ...settings, around: 60, examples: 5 })).toBe(4);
});
