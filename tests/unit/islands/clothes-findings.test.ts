import { describe, expect, test } from 'vitest';
import { meanInterval } from '../../../src/core/statistics/interval.ts';
import { mixupRows, networkRows, networksFinding } from '../../../src/islands/dense-or-convolutional/finding.ts';
import { methodRows, patchFinding, patchRows } from '../../../src/islands/mixup-or-cutmix/finding.ts';
import { denseOrConvolutionalConditions } from '../../../src/studies/dense-or-convolutional.ts';
import { digitsMeasures, type DigitsMeasure } from '../../../src/studies/digits-study.ts';
import { mixupOrCutmixConditions } from '../../../src/studies/mixup-or-cutmix.ts';
import type { ConditionSummary } from '../../../src/studies/summarize-study.ts';

/* What figures on clothes say of results, of results made up for it. */

/** A condition whose every measure is `level` in the mean of four seeds that lie around it, all conditions alike. */
function summaryOf(condition: string, level: number, seeds = 4): ConditionSummary<DigitsMeasure> {
  const values = [-0.01, 0.01, 0.02, -0.02]
    .slice(0, seeds)
    .map((apart) => level + apart + 0.0001 * condition.length * apart);
  const over = { ...meanInterval(values), values };
  const measures = Object.fromEntries(digitsMeasures.map((name) => [name, { last: over, least: over, curve: [] }]));
  return {
    condition,
    seeds,
    diverged: 0,
    measures: measures as unknown as ConditionSummary<DigitsMeasure>['measures'],
  };
}

describe('the finding over networks', () => {
  const of = (levels: Record<string, number>, seeds = 4) =>
    denseOrConvolutionalConditions.map(({ name }) => summaryOf(name, levels[name] ?? 0.2, seeds));

  test('says by how much convolutions err less, and how many networks mixup helps or harms', () => {
    const better = { 'erm-convolutions-16': 0.15, 'mixup-convolutions-16': 0.15 };
    expect(networksFinding(of(better))).toBe('Convolutions err less, by 5.0 points; mixup lowers no error');
    expect(networksFinding(of({ ...better, 'mixup-dense-32': 0.17 }))).toBe(
      'Convolutions err less, by 5.0 points; mixup lowers 1 of 4 errors',
    );
    expect(networksFinding(of({ ...better, 'mixup-dense-32': 0.17, 'mixup-dense-128': 0.24 }))).toBe(
      'Convolutions err less, by 5.0 points; mixup lowers 1, raises 1',
    );
    expect(networksFinding(of({}))).toBe('Convolutions err like dense layers; mixup lowers no error');
  });

  test('claims nothing of a single seed, and rows are paired with the network they are about', () => {
    expect(networksFinding(of({ 'erm-convolutions-16': 0.1 }, 1))).toBe('Errors of dense networks and of convolutions');
    const summaries = of({ 'erm-dense-32': 0.25, 'mixup-dense-32': 0.22 });
    expect(networkRows(summaries).map(({ key }) => key)).toEqual(['dense-32', 'convolutions-8', 'convolutions-16']);
    expect(networkRows(summaries)[0]?.change.mean).toBeCloseTo(5, 1);
    expect(mixupRows(summaries).map(({ change }) => Math.round(change.mean))).toEqual([-3, 0, 0, 0]);
  });
});

describe('the finding over patches', () => {
  const of = (levels: Record<string, number>, seeds = 4) =>
    mixupOrCutmixConditions.map(({ name }) => summaryOf(name, levels[name] ?? 0.5, seeds));

  test.each([
    [{}, 'A patch does to the loss what scattered pixels do'],
    [{ cutmix: 0.4 }, 'A patch lowers the loss of convolutions, not of dense layers'],
    [{ cutmix: 0.4, 'dense-cutmix': 0.4 }, 'A patch in one piece lowers the loss of both networks'],
    [{ cutmix: 0.4, 'dense-cutmix': 0.6 }, 'A patch lowers the loss of convolutions, raises that of dense'],
    [{ 'dense-cutmix': 0.6 }, 'A patch raises the loss of dense layers, not of convolutions'],
  ])('of %o says “%s”', (levels, sentence) => {
    expect(patchFinding(of(levels), 'loss')).toBe(sentence);
    expect(sentence.length).toBeLessThanOrEqual(64);
  });

  test('compares dense networks with ERM on a dense network, and says nothing of a single seed', () => {
    const summaries = of({ erm: 0.6, 'dense-erm': 0.7 });
    const changes = new Map(methodRows(summaries, 'error').map(({ key, change }) => [key, Math.round(change.mean)]));
    expect([changes.get('mixup'), changes.get('dense-cutmix'), changes.get('erm')]).toEqual([-10, -20, undefined]);
    expect(patchRows(summaries, 'loss').map(({ key }) => key)).toEqual(['convolutions', 'dense']);
    expect(patchFinding(of({ cutmix: 0.1 }, 1), 'error')).toBe('The error of pictures weighed and cut, beside ERM');
  });
});
