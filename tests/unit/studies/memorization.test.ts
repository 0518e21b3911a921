import { describe, expect, test } from 'vitest';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import { memorization } from '../../../src/studies/memorization.ts';
import { expectSome } from '../../expect-some.ts';

const digits = await readDigits();

describe('the study of memorization', () => {
  const study = memorization(digits);
  const [part] = study.parts([1, 2]);
  const members = part?.ensemble.members ?? [];
  const wrongLabels = members.map(
    ({ rows, labels }) => rows.filter((row) => labels[row] !== digits.labels[row]).length,
  );

  test('trains each seed with right, half random and wholly random labels, on the same 300 rows', () => {
    expect(part?.trials.map(({ condition, seed }) => `${condition.name} ${seed}`)).toEqual([
      '0 1',
      '50 1',
      '100 1',
      '0 2',
      '50 2',
      '100 2',
    ]);
    for (const [m, { rows }] of expectSome(members, 'members').entries()) {
      expect(rows).toHaveLength(300);
      expect(rows).toBe(members[m - (m % 3)]?.rows);
    }
  });

  test('leaves labels right, or draws a share of them from all ten classes, so that one in ten stays right', () => {
    for (const seed of [0, 3]) {
      expect(wrongLabels[seed]).toBe(0);
      // Four standard deviations of a binomial count around its mean.
      expect(Math.abs((wrongLabels[seed + 1] as number) - 0.9 * 150)).toBeLessThan(4 * Math.sqrt(150 * 0.09));
      expect(Math.abs((wrongLabels[seed + 2] as number) - 0.9 * 300)).toBeLessThan(4 * Math.sqrt(300 * 0.09));
    }
  });
});
