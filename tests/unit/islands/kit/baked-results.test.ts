import { expect, test } from 'vitest';
import file from '../../../../content/results/alpha-sweep.json' with { type: 'json' };
import { expectSome } from '../../../expect-some.ts';
import { readHits } from '../../../../src/studies/baked-hits.ts';
import {
  baked,
  bakedAtStep,
  bakedDifference,
  bakedFile,
  bakedNames,
  bakedStudy,
} from '../../../../src/islands/kit/baked/baked-results.ts';

const testErrors = (condition: string): number[] =>
  file.conditions.find((one) => one.condition === condition)?.measures.testError.last.values ?? [];

test('a difference is taken seed by seed, with the interval of the differences', () => {
  const erm = testErrors('erm');
  const differences = testErrors('mixup-0_2').map((value, n) => value - (erm[n] as number));
  const mean = differences.reduce((sum, value) => sum + value, 0) / 16;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 15;
  const found = bakedDifference('alpha-sweep', 'mixup-0_2.testError.last', 'erm.testError.last');
  expect(found.mean).toBeCloseTo(mean, 12);
  // 2.13145 is the 97.5 % point of Student's t with 15 degrees of freedom, from tables.
  expect(found.halfWidth).toBeCloseTo(2.13145 * Math.sqrt(variance / 16), 7);
});

test('a measure at the last step is what is kept of the end', () => {
  const { mean, halfWidth } = baked('alpha-sweep', 'erm.testError.last');
  expect(bakedAtStep('alpha-sweep', 'erm.testError', 1500)).toEqual({ mean, halfWidth });
});

test('what was not measured is refused with what there is', () => {
  expect(() => bakedAtStep('alpha-sweep', 'erm.testError', 150)).toThrow(
    'step 150 was not measured; there is 100, 200,',
  );
  expect(() => bakedDifference('alpha-sweep', 'erm.testError.last', 'mixup.testError.last')).toThrow(
    '"mixup.testError.last" breaks off at "mixup"',
  );
  expect(() => bakedDifference('erm-vs-mixup', 'spirals.erm', 'spirals.mixup')).toThrow('not a mean');
});

test('every file of results is of the format that the code reads', () => {
  expect(bakedNames().length).toBeGreaterThan(10);
  for (const name of bakedNames()) expect(bakedFile(name)['experiment']).toBe(name);
});

test('every file of results says with which weights its networks ended', () => {
  for (const name of bakedNames()) expect(bakedFile(name)['fingerprint'], name).toMatch(/^[0-9a-f]{16}$/);
});

test('the hits that a file keeps are read with its study, and are those of its errors', () => {
  const keeping = bakedNames().filter((name) => 'testRows' in bakedFile(name));
  for (const name of expectSome(keeping, 'files with hits'))
    for (const { condition } of bakedStudy(name).conditions) {
      // Networks as they were before their last step are judged by their errors alone.
      const kept = condition.includes('stopped-early') ? undefined : bakedStudy(name).seeds.length;
      expect(readHits(bakedStudy(name), condition)?.length, `${name}, ${condition}`).toBe(kept);
    }
});

test('a study that lacks what is read of it is refused with what it has and how to bake it again', () => {
  expect(bakedStudy('memorization', ['testError']).conditions).toHaveLength(3);
  expect(() => bakedStudy('memorization', ['testEror'])).toThrow(
    /"memorization": expected "testEror" of "0", got .*testError.*npm run bake -- memorization/,
  );
  expect(() => bakedStudy('attack-networks')).toThrow('"attack-networks": expected a study over conditions and seeds');
});
