import type { Table } from '../../figures/table/csv.ts';
import type { LineSeries } from '../../figures/chart/line-series.ts';
import { formatNumber } from '../../figures/chart/linear-scale.ts';
import type { MemorizationMeasure } from '../../studies/memorization.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { curveSeries } from '../kit/study/curve-series.ts';

export type MemorizationSummary = ConditionSummary<MemorizationMeasure>;

/** Test error of guessing, in %: nine of ten classes are wrong. */
const chance = 90;

/** The two errors of one condition over the steps, and the error of guessing. */
export function errorCurves(summary: MemorizationSummary | undefined): LineSeries[] {
  if (!summary) return [];
  const steps = summary.measures.testError.curve.map(({ step }) => step);
  return [
    { name: 'guessing', method: 'ideal', values: steps.map((x) => ({ x, y: chance })) },
    curveSeries(summary, 'testError', { name: 'test error', method: 'erm' }, 100),
    curveSeries(summary, 'trainingError', { name: 'training error', method: 'erm', dash: true }, 100),
  ];
}

/** "91.3 ± 1.6 %", or without an interval for a single seed. */
export function errorText({ mean, halfWidth }: { readonly mean: number; readonly halfWidth: number }): string {
  const half = Number.isFinite(halfWidth) ? ` ± ${formatNumber(100 * halfWidth, 1)}` : '';
  return `${formatNumber(100 * mean, 1)}${half} %`;
}

/** Every point of all curves with its interval, errors in %. */
export function errorTable(summaries: readonly MemorizationSummary[]): Table {
  return {
    columns: ['random labels, %', 'step', 'training error, %', '± (95 %)', 'test error, %', '± (95 %), test'],
    rows: summaries.flatMap(({ condition, measures: { trainingError, testError } }) =>
      testError.curve.map(({ step, mean, halfWidth }, n) => {
        const training = trainingError.curve[n] as (typeof trainingError.curve)[number];
        return [Number(condition), step, 100 * training.mean, 100 * training.halfWidth, 100 * mean, 100 * halfWidth];
      }),
    ),
  };
}
