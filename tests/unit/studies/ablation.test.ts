import { beforeAll, expect, test } from 'vitest';
import type { DataSet } from '../../../src/core/data/data-set.ts';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import { ablation } from '../../../src/studies/ablation.ts';
import { expectSome } from '../../expect-some.ts';

let digits: DataSet;
beforeAll(async () => {
  digits = await readDigits();
});

test.each([
  [1000, 4],
  [500, 2],
  [200, 1],
])('of %i training digits the nearest %i are near, 0.4 %% as in the paper', (trainingRows, near) => {
  const [part] = ablation(digits, { trainingRows }).parts([1]);
  const policies = expectSome(part?.ensemble.members ?? [], 'members').map(({ policy }) => policy);
  const chosen = policies.filter(({ partnerChoice }) => partnerChoice === 'nearest');
  // mixup, pictures only, and pictures only of the same class, with either weight decay.
  expect(chosen.map(({ nearest }) => nearest)).toEqual(Array.from({ length: 6 }, () => near));
});

test('one study trains both networks with both weight decays of the paper', () => {
  const parts = ablation(digits)
    .parts([1])
    .map(({ ensemble }) => ensemble);
  expect(parts.map(({ network }) => network.sizes)).toEqual([
    [64, 64, 64, 10],
    [64, 32, 32, 32, 32, 32, 10],
  ]);
  for (const { members } of parts) {
    const decays = members.map(({ optimizer }) => optimizer.weightDecay);
    const half = members.length / 2;
    expect(decays).toEqual([
      ...Array.from({ length: half }, () => 0.0001),
      ...Array.from({ length: half }, () => 0.0005),
    ]);
  }
});
