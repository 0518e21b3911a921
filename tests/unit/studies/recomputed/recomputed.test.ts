import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeCpuEngine } from '../../../../src/engine/cpu/node-cpu-engine.ts';
import type { Engine } from '../../../../src/engine/engine.ts';
import { expectSome } from '../../../expect-some.ts';
import { ofAttacks } from './attacks.ts';
import { ofBlends } from './between.ts';
import { ofGames } from './games.ts';
import { ofLabels } from './labels.ts';
import { ofPictures } from './pictures.ts';
import { ofPlanes } from './planes.ts';
import type { Recomputation } from './recomputation.ts';
import { ofSmallNetwork } from './small-network.ts';
import { ofTables } from './tables.ts';

/* Every file of results: some of its networks computed twice, and on how many seeds it rests. */

const recomputations: Readonly<Record<string, Recomputation>> = {
  ...ofPictures,
  ...ofLabels,
  ...ofBlends,
  ...ofAttacks,
  ...ofTables,
  ...ofPlanes,
  ...ofSmallNetwork,
  ...ofGames,
};

const names = readdirSync('content/results').map((file) => file.replace(/\.json$/, ''));
const read = (name: string): object => JSON.parse(readFileSync(`content/results/${name}.json`, 'utf8')) as object;

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeCpuEngine({ workers: 2 });
});
afterAll(() => engine.dispose());

/** What a measure is of, whatever percentage it is taken at. */
const kindOf = (measure: string): string => measure.replace(/ [\d.]+$/, '');

describe.each(expectSome(names, 'results'))('%s', (name) => {
  const file = read(name);

  test('is what slow and obvious code finds, in every measure that is kept', async () => {
    const recompute = recomputations[name];
    if (!recompute)
      throw new Error(
        `Nothing computes content/results/${name}.json a second time: add it to a file beside this test.`,
      );
    const found = expectSome(await recompute(engine, file), 'networks');
    for (const { of, measured, slow } of found)
      for (const [measure, { value, within }] of expectSome(Object.entries(slow), 'measures'))
        expect(
          Math.abs((measured[measure] ?? NaN) - value),
          `${of}, ${measure}: ${measured[measure]} where ${value} is expected`,
        ).toBeLessThan(within);
    const { conditions = [] } = file as { conditions?: readonly { measures: object }[] };
    const kept = new Set(conditions.flatMap(({ measures }) => Object.keys(measures).map(kindOf)));
    const recomputed = found.flatMap(({ slow }) => Object.keys(slow).map(kindOf));
    expect([...kept].filter((kind) => !recomputed.includes(kind))).toEqual([]);
  }, 60_000);
});

/** Means with their intervals, and values of single seeds, wherever they stand in a file. */
function numbersIn(file: unknown): { means: object[]; values: number[][] } {
  const means: object[] = [];
  const values: number[][] = [];
  const look = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    if ('mean' in at) means.push(at);
    if ('values' in at && Array.isArray(at.values)) values.push(at.values as number[]);
    Object.values(at).forEach(look);
  };
  look(file);
  return { means, values };
}

test('every mean has its interval over at least eight seeds, and all else is a picture of one network', () => {
  const pictures = expectSome(names, 'results').filter((name) => {
    const { seeds = [], conditions = [] } = read(name) as {
      seeds?: readonly number[];
      conditions?: readonly { condition: string; diverged: number }[];
    };
    const { means, values } = numbersIn(read(name));
    if (means.length === 0) return true;
    expect(new Set(seeds).size, name).toBe(seeds.length);
    expect(seeds.length, name).toBeGreaterThanOrEqual(8);
    for (const { condition, diverged } of conditions)
      expect(seeds.length - diverged, `${name}, ${condition}`).toBeGreaterThanOrEqual(8);
    for (const own of values) expect(own.filter(Number.isFinite).length, name).toBeGreaterThanOrEqual(8);
    for (const one of means) {
      const { mean, halfWidth } = one as { mean: number | number[]; halfWidth?: number | number[] };
      const found = [mean, halfWidth].map((side) => [side].flat().filter(Number.isFinite).length);
      expect(found, `${name}: ${JSON.stringify(one).slice(0, 80)}`).toEqual([found[0], found[0]]);
      expect(found[0], name).toBeGreaterThan(0);
    }
    return false;
  });
  expect(pictures).toEqual([
    'attack-clothes',
    'attack-networks',
    'memorized-clothes',
    'memorized-digits',
    'small-network',
  ]);
});

test('nothing is computed a second time that is no longer kept', () => {
  expect(Object.keys(recomputations).sort()).toEqual([...names].sort());
});
