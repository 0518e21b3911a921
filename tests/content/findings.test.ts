import { describe, expect, test } from 'vitest';
import { ablationSetup } from '../../src/islands/ablation/setup.ts';
import { alphaSweepSetup } from '../../src/islands/alpha-sweep/setup.ts';
import { capacitySweepSetup } from '../../src/islands/capacity-sweep/setup.ts';
import { bakedRerun } from '../../src/islands/kit/baked/baked-rerun.ts';
import { baked, bakedDifference } from '../../src/islands/kit/baked/baked-results.ts';
import { defaultsOf } from '../../src/parameters/parameter.ts';
import type { ConditionSummary } from '../../src/studies/summarize-study.ts';

/** Titles of charts are claims: each is held against the numbers that were computed in advance, and changes with them. */

/** The mean and the two ends of a paired difference of test errors. */
function change(experiment: string, condition: string, baseline: string) {
  const { mean, halfWidth } = bakedDifference(experiment, `${condition}.testError.last`, `${baseline}.testError.last`);
  return { mean, low: mean - halfWidth, high: mean + halfWidth };
}

/** The same results with one condition's values moved by as much in every seed. */
function moved<Name extends string>(
  summaries: readonly ConditionSummary<Name>[],
  condition: string,
  measure: Name,
  by: number,
): ConditionSummary<Name>[] {
  return summaries.map((one) => {
    if (one.condition !== condition) return one;
    const { last } = one.measures[measure];
    const values = last.values.map((value) => value + by);
    const measures = { ...one.measures, [measure]: { ...one.measures[measure], last: { ...last, mean: last.mean + by, values } } };
    return { ...one, measures };
  });
}

describe('the title over the sizes of networks', () => {
  const summaries = bakedRerun(capacitySweepSetup);
  const settings = defaultsOf(capacitySweepSetup.parameters);
  const title = (alpha: '0.2' | '1', of = summaries) => capacitySweepSetup.finding?.(of, { ...settings, alpha });
  const widths = [4, 8, 16, 32, 64, 128];
  /** Mean change in shares of ERM's errors, seed by seed. */
  const relative = (mixup: string) =>
    widths.map((width) => {
      const [erm, own] = [`erm-${width}`, `${mixup}-${width}`].map((one) => baked('capacity-sweep', `${one}.testError.last`) as unknown as { values: number[] });
      const shares = (own?.values ?? []).map((value, n) => value / (erm?.values[n] as number) - 1);
      return shares.reduce((sum, share) => sum + share, 0) / shares.length;
    });

  test('says of α = 0.2 that the gain grows with the network, and it does at every step', () => {
    expect(title('0.2')).toBe('The larger the network, the more mixup gains');
    const changes = relative('weak-mixup');
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    expect(change('capacity-sweep', 'weak-mixup-128', 'erm-128').high).toBeLessThan(0);
    expect(change('capacity-sweep', 'weak-mixup-4', 'erm-4').high).toBeGreaterThan(0);
  });

  test('says of α = 1 that no size gains, and none does', () => {
    expect(title('1')).toBe('With α\u00A0=\u00A01 mixup gains at no size of the network');
    for (const width of widths) expect(change('capacity-sweep', `mixup-${width}`, `erm-${width}`).high).toBeGreaterThan(0);
  });

  test('no longer says so where the largest network gains less, and claims nothing of a single seed', () => {
    expect(title('0.2', moved(summaries, 'weak-mixup-128', 'testError', 0.005))).toBe('With α\u00A0=\u00A00.2 mixup gains at 2 of 6 sizes');
    const one = summaries.map((summary) => {
      const last = { values: [0.1], mean: 0.1, halfWidth: Infinity, count: 1 };
      return { ...summary, seeds: 1, measures: { ...summary.measures, testError: { last, least: last, curve: [] } } };
    });
    expect(title('0.2', one)).toBe('Errors with and without mixup, by size of the network');
  });
});

describe('the title over α', () => {
  const summaries = bakedRerun(alphaSweepSetup);
  const title = (of = summaries) => alphaSweepSetup.finding?.(of, defaultsOf(alphaSweepSetup.parameters));

  // Which α errs less and which more is held to the numbers in rerun-claims.test.ts.
  test('says that a little helps and a lot hurts', () => {
    expect(title()).toBe('A little mixing helps, a lot hurts');
  });

  test('says less where the strongest mixing no longer errs more, and the opposite is never said to be so', () => {
    expect(title(moved(moved(summaries, 'mixup-8', 'testError', -0.01), 'mixup-32', 'testError', -0.01))).toBe(
      'Mixing helps at 3 of 7 strengths',
    );
    expect(title(moved(summaries, 'mixup-32', 'testError', -0.03))).toBe('Mixing helps at 4 of 7 strengths, and hurts at 1');
  });
});

describe('the title over the variants of mixup', () => {
  const summaries = bakedRerun(ablationSetup);
  const title = (of = summaries) => ablationSetup.finding?.(of, defaultsOf(ablationSetup.parameters));
  const others = ['noise-10', 'inputs', 'inputs-same', 'inputs-same-near'];

  test('says that the soft label helps: what errs less softens labels, and mixed pictures alone do not', () => {
    expect(title()).toBe('Here it is the soft label that helps, not the mixed picture');
    for (const name of ['smoothing-10', 'labels', 'hidden-2']) expect(change('ablation', name, 'erm').high).toBeLessThan(0);
    for (const name of others) expect(change('ablation', name, 'erm').high).toBeGreaterThan(0);
  });

  test('no longer says so where mixed pictures alone err less', () => {
    expect(title(moved(summaries, 'inputs', 'testError', -0.01))).toBe('5 of 11 variants of mixup err less than ERM');
  });
});
