import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import facts from '../../content/paper/paper-facts.json' with { type: 'json' };
import margins from '../../content/results/margins.json' with { type: 'json' };
import strong from '../../content/results/error-under-attack-strong.json' with { type: 'json' };
import weak from '../../content/results/error-under-attack.json' with { type: 'json' };
import { bakedDifference } from '../../src/islands/kit/baked/baked-results.ts';
import { attackEpsilons } from '../../src/studies/error-under-attack.ts';
import { root } from './render-article.ts';

const text = readFileSync(join(root, 'content/articles/adversarial-examples.mdx'), 'utf8');

type Measures = Record<string, { last: { values: number[] } }>;

/** In how many seeds mixup has the lower error. */
function lower({ conditions }: { conditions: { condition: string; measures: unknown }[] }, measure: string): number {
  const [erm = [], mixup = []] = ['erm', 'mixup'].map(
    (name) => (conditions.find(({ condition }) => condition === name)?.measures as Measures)[measure]?.last.values,
  );
  return mixup.filter((error, seed) => error < (erm[seed] as number)).length;
}

test('the note of “Adversarial examples” counts the seeds in which mixup has the lower error', () => {
  const all = weak.seeds.length;
  expect([lower(weak, 'black fgsm 10'), lower(weak, 'black i-fgsm 10')]).toEqual([all, all]);
  expect([lower(strong, 'white fgsm 10'), lower(strong, 'white i-fgsm 10')]).toEqual([0, 0]);
  for (const claim of [
    `the lower error in all ${all} seeds in the black box, after one step and after ten`,
    `in the white box in ${lower(weak, 'white fgsm 10')} of ${all} after one step and in ${lower(weak, 'white i-fgsm 10')} of ${all} after ten`,
    `it is ${lower(strong, 'black fgsm 10')} and ${lower(strong, 'black i-fgsm 10')} of ${all} in the black box, and none in the white box`,
  ]) {
    expect(text).toContain(claim);
  }
});

test('the run with ε fixed beforehand has 48 seeds, and no other result under attack has one of them', () => {
  expect(margins.seeds).toHaveLength(48);
  expect(text).toContain('on 48 seeds that no other number here rests on');
  expect(margins.seeds.filter((seed) => [...weak.seeds, ...strong.seeds].includes(seed))).toEqual([]);
});

test('in the black box smoothing errs less than weak mixup, after one step and after ten', () => {
  for (const attack of ['fgsm', 'i-fgsm']) {
    const { mean: more, halfWidth } = bakedDifference('margins', `weak-mixup.black ${attack} 10.last`, `smoothing.black ${attack} 10.last`);
    expect(more - halfWidth, attack).toBeGreaterThan(0);
  }
  expect(text).toContain('The gain in the black box is not mixup\'s alone.');
});

test('smoothing’s margin is a third of ERM’s, and its errors after ten steps are within a few points of ERM’s', () => {
  const mean = (condition: string, measure: string): number =>
    (margins.conditions.find((one) => one.condition === condition)?.measures as Record<string, { last: { mean: number } }>)[measure]?.last.mean ?? NaN;
  expect(mean('smoothing', 'margin') / mean('erm', 'margin')).toBeCloseTo(1 / 3, 1);
  expect(Math.abs(mean('smoothing', 'white i-fgsm 10') - mean('erm', 'white i-fgsm 10'))).toBeLessThan(0.04);
  expect(text).toContain('and a third of ERM\'s');
  expect(text).toContain('smoothing\'s errors are within a few points of ERM\'s');
  // Nearly all digits by the straight line, and not so many under attack.
  expect(mean('mixup', 'within')).toBeGreaterThan(0.99);
  expect(mean('mixup', 'white i-fgsm 10')).toBeLessThan(0.9);
  // Smoothing keeps the quotient near ERM’s by cutting both, strong mixup cuts the margin far more than the slope.
  const cut = (condition: string, measure: string): number => mean(condition, measure) / mean('erm', measure);
  expect(cut('smoothing', 'slope') - cut('smoothing', 'margin')).toBeLessThan(0.05);
  expect(cut('mixup', 'slope') - cut('mixup', 'margin')).toBeGreaterThan(0.15);
});

test('as many looks are told as there were: every ε above zero, both attacks, both boxes and both strengths', () => {
  const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  const epsilons = attackEpsilons.filter((epsilon) => epsilon > 0).length;
  expect(text).toContain(`These are many looks: ${counts[epsilons] ?? ''} ε, two attacks, two boxes, two strengths.`);
});

test('the accuracies and the ratios behind the paper’s “2.7 times” are those of Table 3', () => {
  const [erm = NaN, mixup = NaN] = ['ERM', 'mixup'].map(
    (wanted) =>
      facts.tables.table3_adversarial.rows.find(
        ({ setting, metric, method }) => setting === 'white box' && metric === 'top1' && method === wanted,
      )?.FGSM,
  );
  expect(((100 - mixup) / (100 - erm)).toFixed(1)).toBe('2.7');
  expect(text).toContain(`a ratio of *accuracies*, the shares still right: ${(100 - mixup).toFixed(1)} % with mixup and ${(100 - erm).toFixed(1)} % with ERM`);
  expect(text).toContain(`The errors differ by a factor of ${(erm / mixup).toFixed(2)}`);
});
