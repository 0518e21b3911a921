import { expect, test } from 'vitest';
import { miniBatchParameters } from '../../../../src/islands/mini-batch/parameters.ts';
import { partnersOf, wires } from '../../../../src/islands/mini-batch/shuffled-batch.ts';
import { defaultsOf } from '../../../../src/parameters/parameter.ts';

test('the partners are the batch itself in another order', () => {
  for (let seed = 1; seed <= 50; seed += 1)
    expect(partnersOf(8, seed).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(partnersOf(8, 3)).toEqual(partnersOf(8, 3));
  expect(partnersOf(8, 3)).not.toEqual(partnersOf(8, 4));
});

test('an example meets each other one, and itself, equally often', () => {
  const seeds = 4000;
  const met = Array.from({ length: 8 }, () => 0);
  for (let seed = 1; seed <= seeds; seed += 1) (met[partnersOf(8, seed)[2] as number] as number) += 1;
  // Four standard deviations of a binomial count with a chance of 1 in 8.
  for (const count of met) expect(Math.abs(count - seeds / 8)).toBeLessThan(4 * Math.sqrt((seeds * 7) / 64));
});

test('no example meets itself where the figure opens', () => {
  const { seed } = defaultsOf(miniBatchParameters);
  expect(partnersOf(8, seed).some((partner, k) => partner === k)).toBe(false);
});

test('a wire leads from an example to where its picture stands in the shuffle', () => {
  // The first place of the shuffle holds the third example.
  expect(wires([2, 0, 1], 'down')[0]).toBe('M2.5 0C2.5 .6 0.5 .4 0.5 1');
  expect(wires([2, 0, 1], 'across')[1]).toBe('M0 0.5C.6 0.5 .4 1.5 1 1.5');
});
