import { expect, test } from 'vitest';
import { rerunList, type SetupModule } from '../../src/components/rerun-list.ts';
import { alphaSweepSetup } from '../../src/islands/alpha-sweep/setup.ts';

const results = { beside: 'nothing-of-the-paper', title: 'Here: two moons', files: ['alpha-sweep'] };
const modules = new Map([['two-moons', { twoMoonsSetup: { ...alphaSweepSetup, results } } as unknown as SetupModule]]);
const listed = (body: string, baked: string[]): { title: string; where: string | undefined }[] =>
  rerunList(modules, [{ id: 'one', body }], baked).map(({ title, where }) => ({ title, where }));

test('an experiment that is not the paper’s is among the results once it is baked, and leads to the article that shows it', () => {
  expect(listed('Text.\n\n<TwoMoons />', ['alpha-sweep'])).toEqual([{ title: 'Here: two moons', where: '/articles/one/#two-moons' }]);
});

test('one that no article shows yet is there too, and leads nowhere', () => {
  const [rerun] = rerunList(modules, [{ id: 'one', body: 'Text.' }], ['alpha-sweep']);
  expect(rerun).toMatchObject({ title: 'Here: two moons', where: undefined });
  expect(rerun?.rows?.().groups[0]?.rows.length).toBeGreaterThan(1);
});

test('one that was begun and not baked is not there, so that the site still builds', () => {
  expect(listed('<TwoMoons />', [])).toEqual([]);
});
