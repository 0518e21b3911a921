import { describe, expect, test } from 'vitest';
import facts from '../../content/paper/paper-facts.json' with { type: 'json' };
import { ablationRows } from '../../src/islands/ablation/finding.ts';
import { paperChanges } from '../../src/islands/ablation/paper-changes.ts';
import { ablationSetup } from '../../src/islands/ablation/setup.ts';
import type { ShownAblation } from '../../src/islands/ablation/views.ts';
import { bakedRerun } from '../../src/islands/kit/baked/baked-rerun.ts';
import { defaultsOf } from '../../src/parameters/parameter.ts';
import { bakedStudy } from '../../src/islands/kit/baked/baked-results.ts';
import { expectSome } from '../expect-some.ts';
import { change, moved } from './moved-results.ts';

describe('the title over the variants of mixup', () => {
  const summaries = bakedRerun(ablationSetup);
  const defaults = defaultsOf(ablationSetup.parameters);
  const title = (of = summaries, set: Partial<ShownAblation> = {}) => ablationSetup.finding?.(of, { ...defaults, ...set });
  const others = ['inputs', 'inputs-near', 'inputs-same', 'inputs-same-near'];

  test('says that soft labels help most: all that errs clearly less than noise on the input has them, and mixed pictures gain nothing', () => {
    expect(title()).toBe('Soft labels help most here; mixed pictures alone do not');
    for (const name of ['smoothing-10', 'labels', 'hidden-2', 'inputs-smoothing-10']) {
      expect(change('ablation', name, 'erm').high).toBeLessThan(0);
      expect(change('ablation', name, 'erm').mean).toBeLessThan(change('ablation', 'noise-10', 'erm').mean);
    }
    for (const name of others) expect(change('ablation', name, 'erm').high).toBeGreaterThan(0);
  });

  test('no longer says so where mixed pictures alone err less', () => {
    expect(title(moved(summaries, 'inputs', 'testError', -0.01))).toBe('5 of 12 variants of mixup err less than ERM');
  });

  test('says at which depths of the deeper network mixup gains and loses', () => {
    const of = (sign: 'gains' | 'loses', decay: string) =>
      ['mixup', ...[1, 2, 3, 4, 5].map((layer) => `hidden-${layer}`)].flatMap((place, depth) => {
        const { low, high } = change(
          decay === 'weak' ? 'ablation' : 'ablation-strong-decay',
          `${decay === 'weak' ? '' : 'strong '}deep-${place}`,
          `${decay === 'weak' ? '' : 'strong '}deep-erm`,
        );
        return (sign === 'gains' ? high < 0 : low > 0) ? [depth] : [];
      });
    expect([of('gains', 'weak'), of('loses', 'weak')]).toEqual([[1, 2, 3, 4, 5], []]);
    expect(title(summaries, { shows: 'layers' })).toBe('In the deeper network mixup gains at layers 1 to 5');
    const lost = moved(summaries, 'deep-mixup', 'testError', 0.02);
    expect(title(lost, { shows: 'layers' })).toBe('mixup gains at layers 1 to 5, loses at the input');
    expect(title(moved(lost, 'deep-hidden-3', 'testError', 0.05), { shows: 'layers' })).toBe(
      'mixup gains at 4 of 6 depths, loses at 2 of 6 depths',
    );
  });

  test('counts the strengths at which smoothing and noise gain', () => {
    const gains = (...names: string[]) => names.filter((name) => change('ablation', name, 'erm').high < 0).length;
    expect(gains('smoothing-5', 'smoothing-10', 'smoothing-20')).toBe(3);
    expect(gains('noise-5', 'noise-10', 'noise-20')).toBe(1);
    expect(title(summaries, { shows: 'strengths' })).toBe('Gains: smoothing at 3 of 3 strengths, noise at 1 of 3');
  });

  test('and what clearly gains or loses with one weight decay never does the opposite with the other', () => {
    const names = bakedStudy('ablation').conditions.map(({ condition }) => condition).filter((name) => !name.endsWith('erm'));
    for (const name of expectSome(names, 'variants')) {
      const erm = name.startsWith('deep') ? 'deep-erm' : 'erm';
      const [weak, strong] = [change('ablation', name, erm), change('ablation-strong-decay', `strong ${name}`, `strong ${erm}`)];
      expect(weak.high < 0 && strong.low > 0, name).toBe(false);
      expect(weak.low > 0 && strong.high < 0, name).toBe(false);
    }
    for (const decay of ['ablation', 'ablation-strong-decay'])
      expect(Math.abs(change(decay, decay === 'ablation' ? 'mixup' : 'strong mixup', decay === 'ablation' ? 'erm' : 'strong erm').mean)).toBeLessThan(0.002);
  });

  test('stands beside every row of the paper’s table, with what that row changes', () => {
    const [erm, ...rows] = facts.tables.table5_ablation.rows;
    for (const [decay, column] of [['weak', 'wd_1e-4'], ['strong', 'wd_5e-4']] as const) {
      const beside = (['parts', 'layers', 'strengths'] as const).flatMap((shows) =>
        ablationRows(summaries, { shows, decay }, { paper: paperChanges() }).flatMap(({ elsewhere }) => elsewhere ?? []),
      );
      const changes = rows.map((row) => (row[column] - (erm?.[column] ?? NaN)).toFixed(2));
      expect([...new Set(beside.map((points) => points.toFixed(2)))].sort()).toEqual([...new Set(changes)].sort());
    }
  });
});
