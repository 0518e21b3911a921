import { describe, expect, test } from 'vitest';
import facts from '../../content/paper/paper-facts.json' with { type: 'json' };
import type { PairedChart } from '../../src/figures/chart/paired-marks.ts';
import { ablationChart } from '../../src/islands/paper-ablation/chart.ts';
import { adversarialChart } from '../../src/islands/paper-adversarial/chart.ts';
import { betweenSeries } from '../../src/islands/paper-between/chart.ts';
import { cifarChart } from '../../src/islands/paper-cifar/chart.ts';
import { convergenceChart } from '../../src/islands/paper-convergence/chart.ts';
import { corruptedLabelsChart } from '../../src/islands/paper-corrupted-labels/chart.ts';
import { imagenetChart } from '../../src/islands/paper-imagenet/chart.ts';
import { speechChart } from '../../src/islands/paper-speech/chart.ts';
import { tabularChart } from '../../src/islands/paper-tabular/chart.ts';
import { paperNumber } from '../../src/paper/paper-number.ts';
import { cellText, definePaperTable } from '../../src/paper/paper-table.ts';
import { paperTable, paperTables } from '../../src/paper/paper-tables.ts';
import { expectSome } from '../expect-some.ts';

const { fig2a, fig2b, fig3b } = facts.figures;
const read = fig3b.measured_from_v1_drawing;

/** For each table the numbers of each row of the fact sheet, in the order in which the fact sheet has them. */
const numbersOfFacts: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'table-1': rows(facts.tables.table1_imagenet.rows),
  'table-2': rows(facts.tables.table2_corrupted_labels.rows),
  'table-3': rows(facts.tables.table3_adversarial.rows),
  'table-4': rows(facts.tables.table4_uci.rows),
  'table-5': rows(facts.tables.table5_ablation.rows),
  'figure-3a': rows(facts.tables.fig3a_cifar.rows),
  'figure-4': rows(facts.tables.fig4_google_commands.rows),
  'figure-3b': [
    [read.ERM_final, read.ERM_min],
    [read.mixup_final, read.mixup_min],
  ],
  'figure-2': fig2a.lambda.map((lambda, k) =>
    [lambda, fig2a.ERM_pct[k], fig2a.mixup_pct[k], fig2b.ERM[k], fig2b.mixup[k]].map(Number),
  ),
};

function rows(list: readonly object[]): number[][] {
  return list.map((row) => Object.values(row).filter((value): value is number => typeof value === 'number'));
}

describe.each(expectSome(paperTables, 'tables'))('$place', (table) => {
  test('has every row of the fact sheet and every number in it, in order, and no other', () => {
    const shown = table.rows.map(({ cells }) => cells.filter((cell) => typeof cell === 'number'));
    expect(shown).toEqual(numbersOfFacts[table.id]);
  });

  test('prints no number differently from the fact sheet, except where it was measured more finely than it is shown', () => {
    for (const { cells } of expectSome(table.rows, 'rows')) {
      expectSome(cells, 'cells').forEach((cell, k) => {
        const column = table.columns[k];
        if (typeof cell !== 'number' || !column) return;
        const shown = Number(cellText(column, cell));
        if (table.id === 'figure-2') expect(Math.abs(shown - cell)).toBeLessThan(0.0501);
        else expect(shown).toBe(cell);
      });
    }
  });

  test('says where it is from, what it shows and what the paper leaves unsaid', () => {
    expect(table.place).toMatch(/^(Table|Figure) \d[ab]?$/);
    expect(table.section).toMatch(/^Sec\. \d(\.\d)?$/);
    expect(table.caption.length).toBeGreaterThan(60);
    expect(table.unstated.length).toBeGreaterThan(0);
    expect([...table.unstated, ...table.slips].filter((note) => !/[.]$/.test(note))).toEqual([]);
  });
});

test('there is a table for every table and every measured figure of the fact sheet', () => {
  expect(paperTables.map(({ id }) => id).sort()).toEqual(Object.keys(numbersOfFacts).sort());
  expect(Object.keys(facts.tables)).toHaveLength(7);
});

test('numbers stand under the right heads', () => {
  const numbers = [
    ['table-1', 'resnext-101-64x4d.90.mixup.top-5', '4.9'],
    ['table-2', '50.erm.best', '18.8'],
    ['table-2', '50.erm.last', '44.6'],
    ['table-2', '80.erm-dropout.real', '29.84'],
    ['table-2', '80.erm-dropout.corrupted', '86.37'],
    ['table-3', 'black-box.top-5.mixup.i-fgsm', '11.8'],
    ['table-4', 'iris.erm', '21.3'],
    ['table-5', 'hidden.4.weak-decay', '5.95'],
    ['table-5', 'inputs.same-class-near.strong-decay', '5.52'],
    ['figure-3a', 'cifar-100.wideresnet-28-10.mixup', '17.5'],
    ['figure-3b', 'mixup.final', '2.72'],
    ['figure-4', 'vgg-11.mixup-0.2.validation', '3.9'],
    ['figure-2', '0.5.erm-misses', '16.5'],
    ['figure-2', '0.mixup-norm', '0.012'],
  ] as const;
  for (const [id, of, text] of numbers) expect(paperNumber(id, of).text, `${id} ${of}`).toBe(text);
});

test('the notes on a table repeat its numbers as they are', () => {
  const slips = (id: string) => paperTable(id).slips.join(' ');
  expect(slips('table-1')).toContain('20.4 % after 100 epochs with ERM, 19.8 % after 90 with mixup');
  expect(slips('table-2')).toContain('5.9 against 6.2 %');
  expect(slips('table-3')).toContain('24.8 to 9.3 %');
  expect(slips('table-3')).toContain('a factor of 1.21');
  expect(slips('table-4')).toContain('four of six data sets. The table has 5 lower errors and 1 equal one');
  expect(slips('figure-4')).toContain('10.3 without, 10.8 and 11.3 % with');
});

describe('a difference', () => {
  test('is rounded as its numbers are, signed, and in points', () => {
    expect(paperNumber('table-1', 'resnet-50.200.erm.top-1', 'resnet-50.200.mixup.top-1')).toEqual({
      text: '1.5',
      unit: 'points',
      isReadOff: false,
    });
    expect(paperNumber('table-2', '50.mixup.last', '50.erm.last').text).toBe('−31.9');
  });
});

test('only what was read off a drawing is “about”', () => {
  expect(paperNumber('figure-2', '0.5.erm-misses').isReadOff).toBe(true);
  expect(paperNumber('figure-2', '0.5.lambda').isReadOff).toBe(false);
  expect(paperNumber('figure-3b', 'erm.final').isReadOff).toBe(true);
  expect(paperNumber('table-2', '50.erm.last').isReadOff).toBe(false);
  expect(paperTables.filter(({ readOff }) => readOff).map(({ id }) => id)).toEqual(['figure-2', 'figure-3b']);
});

describe('charts draw the numbers of their table and no others', () => {
  const charts: [string, PairedChart, columns: string[]][] = [
    ['table-1', imagenetChart(), ['top-1', 'top-5']],
    ['table-2', corruptedLabelsChart(), ['best', 'last', 'real', 'corrupted']],
    ['table-3', adversarialChart(), ['fgsm', 'i-fgsm']],
    ['table-4', tabularChart(), ['erm', 'mixup']],
    ['table-5', ablationChart(), ['weak-decay', 'strong-decay']],
    ['figure-3a', cifarChart(), ['erm', 'mixup']],
    ['figure-3b', convergenceChart(), ['final', 'lowest']],
    ['figure-4', speechChart(), ['validation', 'test']],
  ];
  const unique = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

  test.each(charts)('%s', (id, chart, columns) => {
    const { columns: all, rows: tableRows } = paperTable(id);
    const expected = tableRows.flatMap(({ cells }) =>
      cells.filter((cell, k): cell is number => typeof cell === 'number' && columns.includes(all[k]?.key ?? '')),
    );
    const marks = chart.groups.flatMap((group) => group.rows.flatMap(({ pairs }) => pairs));
    const drawn = marks.flatMap(({ from, to }) => (from ? [from.value, to.value] : [to.value]));
    expect(unique(drawn)).toEqual(unique(expected));
    for (const group of expectSome(chart.groups, 'groups')) {
      for (const { pairs } of expectSome(group.rows, 'rows')) {
        expect(pairs).toHaveLength(chart.columns.length);
        pairs.forEach(({ from, to }, k) => {
          const { domain: [least, greatest] = [0, 0], unseen } = chart.columns[k] ?? {};
          if (unseen) return;
          const change = from ? to.value - from.value : 0;
          for (const value of chart.asDifferences ? [change] : [from?.value ?? to.value, to.value]) {
            expect(value).toBeGreaterThanOrEqual(least);
            expect(value).toBeLessThanOrEqual(greatest);
          }
        });
      }
    }
  });

  test('ImageNet: the gains in top-1 error are those of the fact sheet', () => {
    const gains = imagenetChart().groups.flatMap(({ rows: list }) =>
      list.map(({ pairs: [first] }) => Number(((first?.from?.value ?? NaN) - (first?.to.value ?? NaN)).toFixed(1))),
    );
    expect(gains.toSorted()).toEqual(Object.values(facts.tables.table1_imagenet.derived_top1_gain_points).toSorted());
  });

  test('Figure 2: the curves pass through the points that were measured', () => {
    const heights = (quantity: 'misses' | 'norm') => betweenSeries(quantity).map(({ values }) => values.map(({ y }) => y));
    expect(heights('misses')).toEqual([fig2a.ERM_pct, fig2a.mixup_pct]);
    expect(heights('norm')).toEqual([fig2b.ERM, fig2b.mixup]);
  });
});

describe('a mistake is refused with what there is', () => {
  test('an unknown table, row or column', () => {
    expect(() => paperTable('table-6')).toThrow(/no table "table-6".*table-1, figure-3a/);
    expect(() => paperNumber('table-4', 'wine.erm')).toThrow(/no row "wine".*abalone, arcene/);
    expect(() => paperNumber('table-4', 'iris.best')).toThrow(/no number "best".*erm, mixup/);
    expect(() => paperNumber('table-1', 'resnet-50.90.erm.top-5')).toThrow(/no number "top-5".*epochs, top-1/);
  });

  test('a table with a key taken twice, an unfit key, a missing number or an impossible percentage', () => {
    const define = (facts: readonly { key: string; error: number | null | string }[]) =>
      definePaperTable({
        id: 'table-9',
        place: 'Table 9',
        section: 'Sec. 9',
        title: 'x',
        caption: 'x',
        facts,
        key: ({ key }) => key,
        columns: [{ key: 'error', name: 'error', unit: '%', decimals: 1, of: ({ error }) => error }],
        unstated: [],
      });
    expect(() => define([{ key: 'a', error: 1 }, { key: 'a', error: 2 }])).toThrow('each row key once, came "a" twice');
    expect(() => define([{ key: 'A b', error: 1 }])).toThrow('came "A b"');
    expect(() => define([{ key: 'a', error: '12' }])).toThrow('table-9, a.error: expected a number, came "12"');
    expect(() => define([{ key: 'a', error: 101 }])).toThrow('expected a percentage, came 101');
    expect(define([{ key: 'a', error: null }]).rows).toEqual([{ key: 'a', cells: [null] }]);
  });
});
