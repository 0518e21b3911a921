import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import {
  difference,
  pairedDomain,
  rowWords,
  signed,
  type PairedChart,
} from '../../../../src/figures/chart/paired-marks.ts';
import PairedMarks from '../../../../src/figures/chart/PairedMarks.svelte';

const erm = { name: 'ERM', method: 'erm' } as const;
const mixup = { name: 'mixup', method: 'mixup' } as const;
const pair = (from: number, to: number) => ({ from: { ...erm, value: from }, to: { ...mixup, value: to } });

describe('an axis', () => {
  test('begins at zero when the least value is less than half of the greatest', () => {
    expect(pairedDomain([3.4, 11.3])).toEqual([0, 12]);
  });

  test('otherwise begins at a round number just below the least', () => {
    expect(pairedDomain([19.8, 23.6])).toEqual([19, 24]);
  });
});

describe('a difference', () => {
  test('is rounded as its numbers are: 23.5 to 23.3 is 0.2, not 0.1999…', () => {
    expect(difference(pair(23.5, 23.3), 1)).toBe(-0.2);
    expect(difference(pair(2, 2), 1)).toBe(0);
  });

  test('is unknown where one number is', () => {
    expect(difference({ from: null, to: { ...mixup, value: 6.6 } }, 1)).toBeUndefined();
  });

  test('shows its sign, and none at zero', () => {
    expect([0.5, -1.5, 0].map((value) => signed(value, 1))).toEqual(['+0.5', '−1.5', '0.0']);
  });
});

test('a row in words gives both numbers and how they differ, and says where there is nothing to compare', () => {
  const columns = ['top-1', 'top-5', 'other'].map((title) => ({ title, decimals: 1, domain: [0, 1] as const }));
  const pairs = [pair(23.6, 22.1), { from: null, to: { ...mixup, value: 6.6 } }, pair(2, 2)];
  expect(rowWords({ key: 'a', label: 'a', pairs }, columns)).toEqual([
    'top-1: ERM 23.6, mixup 22.1, 1.5 lower.',
    'top-5: mixup 6.6, nothing to compare it with.',
    'other: ERM 2.0, mixup 2.0, equal.',
  ]);
});

describe('the chart', () => {
  const chart: PairedChart = {
    columns: [{ title: 'error, %', decimals: 1, domain: [0, 20] }],
    groups: [
      {
        title: 'small',
        rows: [
          { key: 'a.1', label: 'gains', pairs: [pair(10, 5)] },
          { key: 'a.2', label: 'loses', note: 'Why not.', pairs: [pair(5, 10)] },
        ],
      },
    ],
    legend: [erm, mixup],
  };
  const page = render(PairedMarks as unknown as Component<Record<string, unknown>>, {
    props: { chart, id: 'x', title: 'Errors', chosen: 'a.2', onchoose: () => undefined, onhover: () => undefined },
  }).body;

  /** What remains for a screen reader, tags taken out. */
  const heard = page.replace(/<[^>]+>/g, '');

  test('is one list to choose from, whose rows say their numbers', () => {
    expect(page).toContain('role="listbox" tabindex="0" aria-label="Errors" aria-activedescendant="x-a-2"');
    expect(heard).toContain('gains. error, %: ERM 10.0, mixup 5.0, 5.0 lower.');
    expect(heard).toContain('loses. error, %: ERM 5.0, mixup 10.0, 5.0 higher. Why not.');
    expect(page.match(/aria-selected="true"/g)).toHaveLength(1);
  });

  test('draws marks where their values lie, and a dashed line where the second is higher', () => {
    expect(page).toMatch(/<line class="join[^"]*"[^>]*x1="50%" x2="25%"/);
    expect(page).toMatch(/<line class="join[^"]*dash[^"]*"[^>]*x1="25%" x2="50%"/);
    expect(page.match(/class="join[^"]*dash/g)).toHaveLength(1);
  });

  test('prints both numbers and the difference', () => {
    expect(page).toMatch(/10\.0 → 5\.0/);
    expect(page).toContain('−5.0');
    expect(page).toContain('+5.0');
  });
});
