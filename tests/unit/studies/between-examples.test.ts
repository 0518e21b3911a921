import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitRows } from '../../../src/core/data/split-rows.ts';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import {
  betweenConditions,
  betweenExamples,
  betweenMeasures,
  drawPairs,
} from '../../../src/studies/between-examples.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import { lengthOn } from '../../../src/studies/studied-pictures.ts';
import { expectSome } from '../../expect-some.ts';

/* What is measured of one seed is computed a second time in recomputed/between.ts. */

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeCpuEngine();
});
afterAll(() => engine.dispose());

test('pairs are 200 times two different training pictures of the seed, other ones for each seed', () => {
  const labels = new Uint8Array(2500);
  const { first, second } = drawPairs({ labels }, 5, lengthOn('clothes'));
  const trained = new Set(splitRows(2500, 1000, 5, 1500).train);
  expect([first.length, second.length]).toEqual([200, 200]);
  const all = expectSome([...first, ...second], 'rows of pairs');
  expect(all.filter((row) => !trained.has(row))).toEqual([]);
  // 400 draws from 1,000 rows: 330 different ones on average, with a standard deviation of less than 9.
  expect(Math.abs(new Set(all).size - 330)).toBeLessThan(40);
  expect(drawPairs({ labels }, 6, lengthOn('clothes')).first).not.toEqual(first);

  // Of three rows, every third pair would be one row twice by chance.
  const few = drawPairs({ labels }, 5, { trainingRows: 3, testRows: 1 });
  expect(Array.from(few.first).filter((row, n) => row === few.second[n])).toEqual([]);
  expect(new Set(few.first)).toEqual(new Set(few.second));
});

test('each of five seeds is measured together with the others as it is alone', async () => {
  const digits = await readDigits();
  const study = betweenExamples(digits, { steps: 3 }, betweenConditions(0.5));
  const seeds = [1, 2, 3, 4, 5];
  const roomy = {
    membersAtOnce: 15,
    prepare: (ensemble: Parameters<Engine['prepare']>[0]) => engine.prepare(ensemble),
  };
  const together = await runStudy(roomy, study, seeds);
  expect(together.map(({ trial }) => trial.seed)).toEqual(seeds.flatMap((seed) => [seed, seed, seed]));
  for (const seed of [2, 4, 5]) {
    const alone = await runStudy(engine, study, [seed]);
    const own = together.filter(({ trial }) => trial.seed === seed);
    for (const [n, { trial, curve }] of expectSome(own, 'networks').entries()) {
      const [measured, expected] = [curve, alone[n]?.curve ?? []].map((one) => one.at(-1)?.measures);
      for (const measure of betweenMeasures)
        expect(measured?.[measure], `${trial.condition.name} ${seed}, ${measure}`).toBeCloseTo(
          expected?.[measure] ?? NaN,
          5,
        );
    }
  }
}, 60_000);
