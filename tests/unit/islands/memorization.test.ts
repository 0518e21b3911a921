import { describe, expect, test } from 'vitest';
import content from '../../../content/results/memorization.json' with { type: 'json' };
import { meanInterval } from '../../../src/core/statistics/interval.ts';
import { errorCurves, errorTable, errorText } from '../../../src/islands/memorization/memorization-views.ts';
import { readBakedStudy, type BakedStudy } from '../../../src/studies/baked-study.ts';
import type { MemorizationMeasure } from '../../../src/studies/memorization.ts';
import { expectSome } from '../../expect-some.ts';

const summaries = readBakedStudy(content as BakedStudy<MemorizationMeasure>);

describe('views of memorization', () => {
  test('draw test and training error in percent, with their bands, beside the error of guessing', () => {
    const [guessing, testing, training] = errorCurves(summaries.find(({ condition }) => condition === '50'));
    expect(new Set(guessing?.values.map(({ y }) => y))).toEqual(new Set([90]));
    const last = content.conditions[1]?.measures.testError.last as { values: number[] };
    const { mean, halfWidth } = meanInterval(last.values);
    expect(testing?.values.at(-1)?.y).toBeCloseTo(100 * mean, 3);
    expect(testing?.values.at(-1)?.low).toBeCloseTo(100 * (mean - halfWidth), 3);
    expect(training?.values.at(-1)).toMatchObject({ x: 600, y: 0, low: 0, high: 0 });
    expect(training?.dash).toBe(true);
  });

  test('draw nothing where there is nothing yet', () => {
    expect(errorCurves(undefined)).toEqual([]);
  });

  test('write an error with its interval, and without one for a single seed', () => {
    expect(errorText({ mean: 0.9126, halfWidth: 0.0162 })).toBe('91.3 ± 1.6 %');
    expect(errorText({ mean: 0.5, halfWidth: Infinity })).toBe('50.0 %');
  });

  test('put every measured step of every condition into one table', () => {
    const { columns, rows } = errorTable(summaries);
    expect(rows).toHaveLength(3 * 24);
    for (const row of expectSome(rows, 'rows')) expect(row).toHaveLength(columns.length);
    expect(rows[0]?.slice(0, 2)).toEqual([0, 25]);
    expect(rows.at(-1)?.slice(0, 3)).toEqual([100, 600, 0]);
  });
});
