import { expect, test } from 'vitest';
import { ermPolicy } from '../../../../../src/core/training/policy.ts';
import { readingsApart } from '../../../../../src/islands/kit/rerun/readings-apart.ts';
import { summarizeStudy } from '../../../../../src/studies/summarize-study.ts';
import { namesOf } from '../../../../../src/studies/study.ts';

const conditions = [
  { name: 'near erm', data: 'near', policy: ermPolicy },
  { name: 'far erm', data: 'far', policy: ermPolicy },
];
const baked = summarizeStudy(
  namesOf(conditions),
  ['error'],
  conditions.flatMap((condition, n) =>
    Array.from({ length: 4 + n }, (_, seed) => ({
      trial: { condition, seed },
      curve: [{ step: 1, measures: { error: 0.5 } }],
    })),
  ),
);
const told = (apart?: 'data') =>
  readingsApart({ ...(apart && { apart }), conditions }, baked).map(({ settings, reading }) => ({
    settings,
    seeds: reading.seeds,
    conditions: reading.summaries.map(({ condition }) => condition),
  }));

test('what was computed in advance is taken apart by the choices of a setting, that of the first condition first', () => {
  expect(told('data')).toEqual([
    { settings: { data: 'near' }, seeds: 4, conditions: ['near erm'] },
    { settings: { data: 'far' }, seeds: 5, conditions: ['far erm'] },
  ]);
});

test('it stays together where no setting takes it apart', () => {
  expect(told()).toEqual([{ settings: undefined, seeds: 5, conditions: ['near erm', 'far erm'] }]);
});
