import { expect, test } from 'vitest';
import type { MeasureColumn } from '../../../../src/islands/kit/rerun/rerun-setup.ts';
import { shownRows } from '../../../../src/islands/kit/rerun/shown-rows.ts';
import { ermPolicy } from '../../../../src/core/training/policy.ts';
import type { Condition } from '../../../../src/studies/study.ts';
import type { ConditionSummary, OverSeeds } from '../../../../src/studies/summarize-study.ts';

const overSeeds = (values: readonly number[]): OverSeeds => ({
  values,
  mean: NaN,
  halfWidth: NaN,
  count: values.length,
});

const summary = (condition: string, values: readonly number[], diverged = 0): ConditionSummary<'error'> => ({
  condition,
  seeds: values.length,
  diverged,
  measures: { error: { last: overSeeds(values), least: overSeeds(values), curve: [] } },
});

/** The cell of mixup in a column that compares it with ERM. */
function comparison(summaries: readonly ConditionSummary<'error'>[], changes: Partial<MeasureColumn<'error'>> = {}) {
  const against = ({ name }: Condition): string | undefined => (name === 'mixup' ? 'erm' : undefined);
  const column = { measure: 'error' as const, title: 'change', decimals: 1, scale: 100, against, ...changes };
  const look = ({ name }: Condition) => ({ label: name, method: 'other' as const });
  const conditions = ['erm', 'mixup'].map((name) => ({ name, policy: ermPolicy }));
  const [group] = shownRows({ conditions, look, columns: [column] }, summaries);
  return group?.rows.map(({ cells: [cell] }) => cell);
}

test('a column compares conditions seed by seed', () => {
  const [erm, mixup] = comparison([summary('erm', [0.2, 0.4, 0.5]), summary('mixup', [0.1, 0.4, 0.7])]) ?? [];
  expect(erm).toBeUndefined();
  // Differences of -10, 0 and 20 points: mean 10/3, standard deviation 15.2753, times t(2, 97.5 %) = 4.302653 / sqrt(3).
  expect(mixup?.values.map((value) => Math.round(value))).toEqual([-10, 0, 20]);
  expect(mixup?.mean).toBeCloseTo(10 / 3, 9);
  expect(mixup?.halfWidth).toBeCloseTo(37.946, 3);
});

test('a column compares conditions in shares of what each seed had', () => {
  const [, mixup] = comparison([summary('erm', [0.2, 0.4]), summary('mixup', [0.1, 0.5])], { relative: true }) ?? [];
  expect(mixup?.values[0]).toBeCloseTo(-50, 9);
  expect(mixup?.values[1]).toBeCloseTo(25, 9);
});

test('nothing is compared where seeds cannot be matched', () => {
  expect(comparison([summary('mixup', [0.1])])).toEqual([undefined]);
  expect(comparison([summary('erm', [0.2], 1), summary('mixup', [0.1], 1)])).toEqual([undefined, undefined]);
  expect(comparison([summary('erm', [0.2]), summary('mixup', [0.1, 0.3])])).toEqual([undefined, undefined]);
});
