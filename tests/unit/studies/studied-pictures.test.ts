import { expect, test } from 'vitest';
import { ermPolicy } from '../../../src/core/training/policy.ts';
import { readFashionMnist } from '../../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { alphaSweep, alphaSweepConditions } from '../../../src/studies/alpha-sweep.ts';
import { conditionsOn, lengthOn, onAllPictures, studiedClothes } from '../../../src/studies/studied-pictures.ts';

test('on clothes a study trains networks of 14 x 14 inputs on 1,000 of the first 2,500 pictures, and tests them on all others', async () => {
  const clothes = await readFashionMnist();
  const study = alphaSweep(studiedClothes(clothes), lengthOn('clothes'), conditionsOn('clothes', alphaSweepConditions));
  const [part] = study.parts([1]);
  expect(part?.ensemble.network.sizes).toEqual([196, 64, 64, 10]);
  expect(part?.ensemble.inputs).toEqual(clothes.inputs.subarray(0, 2500 * 196));
  const [member] = part?.ensemble.members ?? [];
  expect(member?.rows).toHaveLength(1000);
  const hits = await part?.hits?.({ evaluate: () => Promise.resolve(new Float32Array(8 * 2500 * 10)) } as never, () =>
    Promise.resolve(),
  );
  expect(hits?.[0]).toHaveLength(1500);
});

test('the results on digits keep the names they had, and those on clothes have their own', () => {
  const conditions = [{ name: 'erm', policy: ermPolicy }];
  expect(onAllPictures(conditions).map(({ name, data }) => [name, data])).toEqual([
    ['erm', 'digits'],
    ['clothes erm', 'clothes'],
  ]);
});

test('what the reader asks for of the length goes before what is usual on the pictures', () => {
  expect(lengthOn('clothes', { steps: 300, testRows: 10 })).toEqual({ steps: 300, testRows: 10 });
  expect(lengthOn('digits')).toEqual({ testRows: 597 });
});
