import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { difference, type Pair, type PairedChart } from '../../src/figures/chart/paired-marks.ts';
import { alphaSweepSetup } from '../../src/islands/alpha-sweep/setup.ts';
import { capacitySweepSetup } from '../../src/islands/capacity-sweep/setup.ts';
import { readBetween } from '../../src/islands/between-examples/segment-curves.ts';
import { betweenFinding } from '../../src/islands/between-examples/finding.ts';
import { corruptedLabelsSetup } from '../../src/islands/corrupted-labels/setup.ts';
import { readAttacks } from '../../src/islands/error-under-attack/attack-curves.ts';
import { ganFinding } from '../../src/islands/gan-methods/finding.ts';
import { sizesFinding } from '../../src/islands/gan-sizes/finding.ts';
import { attackFinding } from '../../src/islands/error-under-attack/finding.ts';
import { bakedRerun } from '../../src/islands/kit/baked/baked-rerun.ts';
import { baked, bakedDifference, bakedStudy } from '../../src/islands/kit/baked/baked-results.ts';
import { learningCurvesSetup } from '../../src/islands/learning-curves/setup.ts';
import { newSpeakersSetup } from '../../src/islands/new-speakers/setup.ts';
import { marginSetup } from '../../src/islands/margin-and-slope/setup.ts';
import { imagenetChart } from '../../src/islands/paper-imagenet/chart.ts';
import { tabularChart } from '../../src/islands/paper-tabular/chart.ts';
import { tabularDataSetup } from '../../src/islands/tabular-data/setup.ts';
import { winsAndLossesSetup } from '../../src/islands/wins-and-losses/setup.ts';
import { defaultsOf } from '../../src/parameters/parameter.ts';
import { readBakedStudy } from '../../src/studies/baked-study.ts';
import { betweenMeasures } from '../../src/studies/between-examples.ts';
import { gameMeasures } from '../../src/core/gan/game-measures.ts';
import { attackMeasures } from '../../src/studies/error-under-attack.ts';
import { marginMeasures } from '../../src/studies/margins.ts';
import { change, moved } from './moved-results.ts';
import { root } from './render-article.ts';

/** Titles of charts are claims: each is held against the numbers that were computed in advance, and changes with them. */

describe('the title over the sizes of networks', () => {
  const summaries = bakedRerun(capacitySweepSetup);
  const settings = defaultsOf(capacitySweepSetup.parameters);
  const title = (alpha: '0.2' | '1', of = summaries) => capacitySweepSetup.finding?.(of, { ...settings, alpha });
  const widths = [4, 8, 16, 32, 64, 128];

  test('says of α = 0.2 from which size on it gains, and there it does, and nowhere below', () => {
    expect(title('0.2')).toBe('With α\u00A0=\u00A00.2 mixup gains from 64 units up, and not below');
    for (const width of widths)
      expect(change('capacity-sweep', `weak-mixup-${width}`, `erm-${width}`).high < 0).toBe(width >= 64);
  });

  test('says of α = 1 that no size gains, and none does', () => {
    expect(title('1')).toBe('With α\u00A0=\u00A01 mixup gains at no size of the network');
    for (const width of widths) expect(change('capacity-sweep', `mixup-${width}`, `erm-${width}`).high).toBeGreaterThan(0);
  });

  test('no longer says so where the largest network gains less, and claims nothing of a single seed', () => {
    expect(title('0.2', moved(summaries, 'weak-mixup-128', 'testError', 0.005))).toBe('With α\u00A0=\u00A00.2 mixup gains at 1 of 6 sizes');
    const one = summaries.map((summary) => {
      const last = { values: [0.1], mean: 0.1, halfWidth: Infinity, count: 1 };
      return { ...summary, seeds: 1, measures: { ...summary.measures, testError: { last, least: last, curve: [] } } };
    });
    expect(title('0.2', one)).toBe('Errors with and without mixup, by size of the network');
  });
});

describe('the title over people never heard', () => {
  const summaries = bakedRerun(newSpeakersSetup);
  const of = (speakers: 'anew' | 'historical') => summaries.filter(({ condition }) => condition.startsWith(speakers));
  const title = (
    shows: 'error' | 'loss' | 'rescaled' | 'calibration',
    speakers: 'anew' | 'historical' = 'anew',
    shown = of(speakers),
  ) => newSpeakersSetup.finding?.(shown, { ...defaultsOf(newSpeakersSetup.parameters), shows, speakers });

  // Which widths these are is held to the numbers in paired-claims.test.ts.
  test('says at which sizes an error is higher, and that a loss is lower until it is rescaled', () => {
    expect(title('error')).toBe('Test error with mixup: higher from 32 units up');
    expect(title('error', 'historical')).toBe('Test error with mixup: lower at 8 units, higher from 64');
    expect(title('loss')).toBe('Test loss with mixup: lower at every size');
    expect(title('calibration')).toBe('Calibration error with mixup: lower at every size');
    expect(title('rescaled')).toBe('Loss after one temperature: lower at 4 units, higher from 16');
  });

  test('says less where the sizes have no order, and claims nothing of what may be chance', () => {
    const gained = moved(of('anew'), 'anew weak-mixup-64', 'testError', -0.2);
    expect(title('error', 'anew', gained)).toBe('Test error with mixup: lower at 64 units, higher at 2 sizes');
    const lost = moved(of('anew'), 'anew weak-mixup-4', 'testError', 0.3);
    expect(title('error', 'anew', lost)).toBe('Test error with mixup: higher at 4 sizes');
    const same = of('anew').map((one) => {
      const erm = of('anew').find(({ condition }) => condition === one.condition.replace(/(weak-)?mixup/, 'erm'));
      return erm ? { ...one, measures: erm.measures } : one;
    });
    expect(title('error', 'anew', same)).toBe('Test error with mixup: no change can be told from chance');
  });
});

describe('the title over α', () => {
  const summaries = bakedRerun(alphaSweepSetup);
  const title = (of = summaries, data: 'digits' | 'clothes' = 'digits') =>
    alphaSweepSetup.finding?.(of, { ...defaultsOf(alphaSweepSetup.parameters), data });

  // Which α errs less and which more is held to the numbers in rerun-claims.test.ts.
  test('says that a little helps and a lot hurts', () => {
    expect(title()).toBe('A little mixing helps, a lot hurts');
  });

  test('says of clothes that three strengths hurt and none helps', () => {
    expect(title(summaries, 'clothes')).toBe('Mixing hurts at 3 of 7 strengths, and helps at none');
  });

  test('says less where the strongest mixing no longer errs more, and the opposite is never said to be so', () => {
    expect(title(moved(moved(summaries, 'mixup-8', 'testError', -0.01), 'mixup-32', 'testError', -0.01))).toBe(
      'Mixing helps at 3 of 7 strengths',
    );
    expect(title(moved(summaries, 'mixup-32', 'testError', -0.03))).toBe('Mixing helps at 4 of 7 strengths, and hurts at 1');
  });
});

describe('the title over curves of errors', () => {
  const summaries = bakedRerun(learningCurvesSetup);
  const title = (of = summaries, data: 'digits' | 'clothes' = 'digits') =>
    learningCurvesSetup.finding?.(of, { ...defaultsOf(learningCurvesSetup.parameters), data });

  test('says where both end, and that they end level, as the paired difference has it', () => {
    const percent = (method: string) => (100 * baked('learning-curves', `${method}.testError.last`).mean).toFixed(1);
    expect(title()).toBe(`On digits mixup is slower and ends level: ${percent('mixup')}\u00A0%, ERM ${percent('erm')}\u00A0%`);
    const { low, high } = change('learning-curves', 'mixup', 'erm');
    expect(low < 0 && high > 0).toBe(true);
  });

  test('says of clothes that mixup ends behind, as the paired difference has it', () => {
    expect(title(summaries, 'clothes')).toMatch(/^On clothes mixup is slower and ends behind: \d\d\.\d\u00A0%, ERM \d\d\.\d\u00A0%$/);
    expect(change('learning-curves-clothes', 'clothes mixup', 'clothes erm').low).toBeGreaterThan(0);
  });

  test('says who errs less where the interval no longer holds zero', () => {
    expect(title(moved(summaries, 'mixup', 'testError', -0.01))).toBe('On digits mixup is slower and ends ahead: 1.6\u00A0%, ERM 2.6\u00A0%');
    expect(title(moved(summaries, 'mixup', 'testError', 0.01))).toContain('ends behind');
  });
});

describe('the title over wrong labels', () => {
  const summaries = bakedRerun(corruptedLabelsSetup);
  const title = (of = summaries, data: 'digits' | 'clothes' = 'digits') =>
    corruptedLabelsSetup.finding?.(of, { ...defaultsOf(corruptedLabelsSetup.parameters), data });
  const told = (share: number, file = 'corrupted-labels', set = '') => {
    const [erm, mixup, stopped] = [`erm ${share}.testError.last`, `mixup ${share}.testError.last`, `erm ${share}.testError.least`].map(
      (path) => `${(100 * baked(file, `${set}${path}`).mean).toFixed(1)}\u00A0%`,
    );
    return `${share}\u00A0% redrawn: ERM ${erm}, mixup ${mixup}, ERM stopped early ${stopped}`;
  };

  test('says how both end at one half, and ERM where it erred least, and at another share where only that was run', () => {
    expect(title()).toBe(told(50));
    expect(title(summaries.filter(({ condition }) => condition.endsWith(' 20')))).toBe(told(20));
    expect(title([])).toBe('Test errors with wrong labels, while networks train');
  });

  test('says the same of clothes, in at most 64 letters', () => {
    expect(title(summaries, 'clothes')).toBe(told(50, 'corrupted-labels-clothes', 'clothes '));
    expect(title(summaries, 'clothes')?.length).toBeLessThanOrEqual(64);
  });
});

describe('the titles between digits and under attack', () => {
  test.each([
    ['between-examples', ''],
    ['between-examples-clothes', 'clothes '],
  ])('say what was measured half way (%s)', (file, set) => {
    const reading = readBetween(readBakedStudy(bakedStudy(file, betweenMeasures)));
    const percent = (method: string) => `${(100 * baked(file, `${set}${method}.misses 50.last`).mean).toFixed(1)}\u00A0%`;
    expect(reading && betweenFinding(reading)).toBe(`Half way, ERM names a third class in ${percent('erm')}, mixup in ${percent('mixup')}`);
  });

  test('say that only the attack of another network is blunted, and the opposite where it is so', () => {
    const reading = readAttacks(readBakedStudy(bakedStudy('error-under-attack', attackMeasures)));
    if (!reading) throw new Error('expected the curves of both methods');
    const isBlunted = (box: string): boolean => {
      const [erm, mixup] = ['erm', 'mixup'].map((method) => baked('error-under-attack', `${method}.${box} fgsm 10.last`));
      return erm !== undefined && mixup !== undefined && mixup.mean + mixup.halfWidth < erm.mean - erm.halfWidth;
    };
    expect([isBlunted('white'), isBlunted('black')]).toEqual([false, true]);
    expect(attackFinding(reading, 10)).toBe('mixup blunts another network’s attack, not one on itself');
    const clothes = readAttacks(readBakedStudy(bakedStudy('error-under-attack-clothes', attackMeasures)));
    expect(clothes && attackFinding(clothes, 2)).toBe('One step at ε\u00A0=\u00A02\u00A0%: mixup and ERM cannot be told apart');
    const swapped = reading.curves.map((curve) => ({ ...curve, method: curve.method === 'erm' ? ('mixup' as const) : ('erm' as const) }));
    expect(attackFinding({ ...reading, curves: swapped }, 10)).not.toContain('blunts another');
  });
});

describe('the title over margins and slopes', () => {
  const summaries = bakedRerun(marginSetup);
  const title = (of = summaries) => marginSetup.finding?.(of, defaultsOf(marginSetup.parameters));
  const networks = ['erm', 'smoothing', 'weak-mixup', 'mixup'];

  test('says that the quotient ranks the errors and the margin does not, and so it is for every pair that can be told apart', () => {
    expect(title()).toBe('Margin over slope ranks the errors; the margin alone does not');
    const sign = (measure: string, one: string, other: string): number => {
      const { mean, halfWidth } = bakedDifference('margins', `${one}.${measure}.last`, `${other}.${measure}.last`);
      return Math.abs(mean) > halfWidth ? Math.sign(mean) : 0;
    };
    const pairs = networks.flatMap((one, n) => networks.slice(n + 1).map((other) => [one, other] as const));
    const against = (measure: string) =>
      pairs.filter(([one, other]) => sign(measure, one, other) * sign('white i-fgsm 10', one, other) > 0);
    expect(against('reach')).toEqual([]);
    expect(against('margin')).not.toEqual([]);
  });

  test('says the opposite where the quotient misleads, and claims nothing of a single seed', () => {
    expect(title(moved(summaries, 'mixup', 'reach', 0.1))).toBe('Here margin over slope does not rank the errors');
    const one = summaries.map((summary) => {
      const last = { values: [0.1], mean: 0.1, halfWidth: Infinity, count: 1 };
      const measures = { ...summary.measures };
      for (const name of marginMeasures) measures[name] = { last, least: last, curve: [] };
      return { ...summary, seeds: 1, measures };
    });
    expect(title(one)).toBe('Margins, slopes and errors under attack');
  });
});

describe('the titles over the paper’s own numbers', () => {
  /** Points by which the drawn error of a row changes. */
  const changes = (chart: PairedChart) =>
    Object.fromEntries(chart.groups.flatMap(({ rows }) => rows.map(({ key, pairs }) => [key, difference(pairs[0] as Pair, 1) as number])));
  const sourceOf = (path: string): string => readFileSync(join(root, path), 'utf8').replace(/\s+/g, ' ');

  test('on ImageNet the gain is larger after 200 epochs than after 90 for each network trained for both', () => {
    const points = changes(imagenetChart());
    const short = Object.entries(points).filter(([key]) => key.endsWith('.90'));
    const long = Object.entries(points).filter(([key]) => key.endsWith('.200'));
    expect(long).toHaveLength(3);
    for (const [key, change] of long) expect(change).toBeLessThan(points[key.replace('.200', '.90')] as number);
    const source = sourceOf('src/islands/paper-imagenet/PaperImagenet.astro');
    expect(source).toContain('finding="On ImageNet the gain grows with the length of training"');
    const range = (rows: readonly [string, number][]): string =>
      [Math.max(...rows.map(([, change]) => change)), Math.min(...rows.map(([, change]) => change))].map((change) => (-change).toFixed(1)).join(' to ');
    expect(source).toContain(`After 200 epochs mixup misses ${range(long)} points fewer, after 90 only ${range(short)}.`);
  });

  test('on tables two gains are about ten points, and four are four or fewer', () => {
    const sorted = Object.values(changes(tabularChart()));
    expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
    expect(sorted.slice(0, 2).map(Math.round)).toEqual([-10, -10]);
    expect(sorted).toHaveLength(6);
    for (const change of sorted.slice(2)) expect(change).toBeGreaterThanOrEqual(-4);
    expect(sourceOf('src/islands/paper-tabular/PaperTabular.astro')).toContain(
      'finding="About ten points on two tables, four or fewer on the other four"',
    );
  });
});

describe('the title over five problems in the plane', () => {
  const summaries = bakedRerun(winsAndLossesSetup);
  const title = (of = summaries) => winsAndLossesSetup.finding?.(of, defaultsOf(winsAndLossesSetup.parameters));

  test('says that noise is averaged away and crossing segments cost, and so it is on each of them', () => {
    expect(title()).toBe('mixup averages noise away, and pays where its segments cross');
    for (const problem of ['noisy-moons', 'blobs'])
      expect(change('wins-and-losses', `${problem} mixup`, `${problem} erm`).high).toBeLessThan(0);
    for (const problem of ['paper', 'clean-moons', 'spirals'])
      expect(change('wins-and-losses', `${problem} mixup`, `${problem} erm`).low).toBeGreaterThan(0);
  });

  test('says less where one of them comes out otherwise, and of one problem what it shows', () => {
    expect(title(moved(summaries, 'blobs mixup', 'testError', 0.06))).toBe('mixup errs less on 1 of 5 problems, more on 4');
    expect(title(summaries.filter(({ condition }) => condition.startsWith('spirals')))).toBe('On this problem mixup errs more than ERM');
  });

  test('the more blends ask for the wrong class where nothing is noise, the more mixup loses', () => {
    const clean = ['paper', 'clean-moons', 'spirals'];
    const shares = clean.map((problem) => baked('wins-and-losses-planes', `${problem}.wrongBlends`).mean);
    const losses = clean.map((problem) => change('wins-and-losses', `${problem} mixup`, `${problem} erm`).mean);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
  });
});

describe('the title over our own tables', () => {
  const summaries = bakedRerun(tabularDataSetup);
  const title = (of = summaries) => tabularDataSetup.finding?.(of, defaultsOf(tabularDataSetup.parameters));

  test('says on how many mixup errs more, and that it errs less on none', () => {
    const changes = ['iris', 'wine', 'breast-cancer', 'abalone'].map((table) => change(`tabular-${table}`, `${table} mixup`, `${table} erm`));
    expect(title()).toBe(`mixup errs more on ${changes.filter(({ low }) => low > 0).length} of 4 small tables, less on none`);
    for (const { high } of changes) expect(high).toBeGreaterThan(0);
  });

  test('no longer says so where it does on one', () => {
    expect(title(moved(summaries, 'wine mixup', 'testError', -0.1))).toBe('mixup errs less on 1 of 4 tables, more on 2');
  });
});

describe('the title over games between networks of the paper’s size', () => {
  const summaries = readBakedStudy(bakedStudy('gan-paper-size', gameMeasures));

  /** What ends outside: the ends of its interval, and each seed's. */
  const outside = (condition: string) => {
    const last = summaries.find((summary) => summary.condition === `3x512 ${condition}`)?.measures.outside.last;
    const { mean = NaN, halfWidth = NaN, values = [] } = last ?? {};
    return { low: mean - halfWidth, high: mean + halfWidth, values };
  };

  test('says that plain loses nearly all points, and that mixup and another loss keep most, as their intervals have it', () => {
    expect(sizesFinding(summaries)).toBe(
      'Between networks of the paper’s size plain loses nearly all points; mixup keeps most, and so does another loss',
    );
    expect(outside('minimax-plain').low).toBeGreaterThan(0.9);
    expect(outside('minimax-mixup').high).toBeLessThan(0.5);
    expect(outside('non-saturating-plain').high).toBeLessThan(0.5);
  });

  test('with seven of eight seeds plain loses 99 % of its points or more, with the last five in six', () => {
    const shares = outside('minimax-plain').values.toSorted((a, b) => a - b);
    expect(shares).toHaveLength(8);
    expect(shares[0]).toBeCloseTo(5 / 6, 2);
    expect(shares[1]).toBeGreaterThan(0.99);
  });

  test('says less where less is so', () => {
    const lost = moved(summaries, '3x512 non-saturating-plain', 'outside', 0.5);
    expect(sizesFinding(lost)).toBe('Between networks of the paper’s size plain loses nearly all points');
    expect(sizesFinding(moved(lost, '3x512 minimax-plain', 'outside', -0.2))).toBe('Games between networks of the paper’s size');
  });
});

describe('the title over the ways to hold a discriminator back', () => {
  const summaries = readBakedStudy(bakedStudy('gan-ring', gameMeasures));

  test('says what mixup gains and what it costs, as the differences have it', () => {
    expect(ganFinding(summaries)).toBe('In the paper’s game mixup finds more clusters; with the usual loss it costs precision');
    const [clusters, near] = [
      bakedDifference('gan-ring', 'minimax-mixup.clusters.last', 'minimax-plain.clusters.last'),
      bakedDifference('gan-ring', 'non-saturating-mixup.near.last', 'non-saturating-plain.near.last'),
    ];
    expect(clusters.mean - clusters.halfWidth).toBeGreaterThan(0);
    expect(near.mean + near.halfWidth).toBeLessThan(0);
  });

  test('says less where less is so', () => {
    const alike = moved(summaries, 'non-saturating-mixup', 'near', 0.3);
    expect(ganFinding(alike)).toBe('In the paper’s game mixup finds more clusters');
    expect(ganFinding(moved(alike, 'minimax-mixup', 'clusters', -1.4))).toBe('What holding the discriminator back changes');
  });
});
