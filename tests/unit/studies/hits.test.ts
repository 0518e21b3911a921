import { expect, test } from 'vitest';
import { hitsAmong, openHits, packHits } from '../../../src/studies/hits.ts';
import { readHits } from '../../../src/studies/baked-hits.ts';
import { bakeStudy, type BakedStudy } from '../../../src/studies/baked-study.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import { summarizeStudy } from '../../../src/studies/summarize-study.ts';
import { tabularConditions, tabularData, tabularMeasures } from '../../../src/studies/tabular-data.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import { readTable } from '../../../src/data/read-data.ts';

test('hits are a bit for each row, the first one the lowest', () => {
  // Rows 0, 1, 3 and 8: 1 + 2 + 8 = 11 and 1.
  expect(packHits([1, 1, 0, 1, 0, 0, 0, 0, 1])).toBe(btoa('\u000b\u0001'));
  const hits = Array.from({ length: 597 }, (_, row) => Number((row * row) % 7 < 3));
  expect(Array.from(openHits(packHits(hits), 597))).toEqual(hits);
});

test('hits of another number of rows are refused', () => {
  expect(() => openHits(packHits([1, 0, 1]), 9)).toThrow('hits: expected 2 bytes for 9 rows, got 1.');
  expect(() => openHits(packHits([1, 1, 1, 1]), 3)).toThrow('hits beyond the last row');
});

test('a network without numbers hits nothing', () => {
  expect(Array.from(hitsAmong(Float32Array.of(-1, -2, -3, -0.5), Uint8Array.of(0, 0), 2))).toEqual([1, 0]);
  expect(Array.from(hitsAmong(new Float32Array(4).fill(NaN), Uint8Array.of(0, 0), 2))).toEqual([0, 0]);
});

test('a study that is baked keeps the hits of each network, and they are those of its errors', async () => {
  const engine = await createNodeCpuEngine();
  const seeds = [1, 2];
  const study = tabularData(await readTable('iris'), { name: 'iris', alpha: 1, epochs: 1 });
  const results = await runStudy(engine, study, seeds, { keepHits: true });
  engine.dispose();
  const names = tabularConditions('iris').map(({ name }) => name);
  const summaries = summarizeStudy(names, tabularMeasures, results);
  const baked: BakedStudy<string> = bakeStudy(study, seeds, summaries, results);
  expect(baked.testRows).toBe(30);
  for (const name of names) {
    const errors = baked.conditions.find(({ condition }) => condition === name)?.measures['testError']?.last.values;
    const counted = readHits(baked, name)?.map((hits) => 1 - hits.filter((hit) => hit === 1).length / 30);
    expect(counted).toHaveLength(2);
    counted?.forEach((error, n) => expect(error).toBeCloseTo(errors?.[n] as number, 5));
  }
  const [first, ...rest] = baked.conditions;
  if (!first?.hits) throw new Error('There are no hits.');
  const altered = {
    ...baked,
    conditions: [{ ...first, hits: [packHits(new Uint8Array(30)), ...first.hits.slice(1)] }],
  };
  expect(() => readHits({ ...altered, conditions: [...altered.conditions, ...rest] }, 'iris erm')).toThrow(
    'test error of "iris erm" by its hits under seed 1: expected a finite number',
  );
  expect(readHits({ ...baked, conditions: [{ ...first, hits: undefined as never }] }, 'iris erm')).toBeUndefined();
});
