import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitRows } from '../../../src/core/data/split-rows.ts';
import type { DataSet } from '../../../src/core/data/data-set.ts';
import { adam } from '../../../src/core/training/optimizer.ts';
import type { Ensemble } from '../../../src/core/training/ensemble.ts';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { ablation, ablationConditions } from '../../../src/studies/ablation.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import { conditionNamed } from '../../../src/studies/study.ts';
import { expectSome } from '../../expect-some.ts';
import { logProbabilities, toLayers } from '../../gpu/conformance/slow-network.ts';
import { startSlowRun, trainSlowly } from '../../gpu/conformance/slow-run.ts';

let digits: DataSet;
let engine: Engine;
beforeAll(async () => {
  digits = await readDigits();
  engine = await createNodeCpuEngine();
});
afterAll(() => engine.dispose());

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

test('gives what a slow and obvious training in float64 gives: deep, near, pictures only, and with a strong decay', async () => {
  const steps = 4;
  const seed = 5;
  const names = ['inputs-same-near', 'strong deep-hidden-4', 'strong noise-20', 'strong inputs-smoothing-40'];
  const conditions = names.map((name) => conditionNamed(ablationConditions, name));
  const results = await runStudy(engine, ablation(digits, { steps, measureEvery: steps }, conditions), [seed]);

  // The file, read without any code of the site.
  const file = readFileSync('public/data/digits.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  const inputs = file.map((cells) => cells.slice(0, 64).map((ink) => ink / 16));
  const labels = Uint8Array.from(file, (cells) => cells[64] ?? NaN);
  const { train, test: unseen } = splitRows(file.length, 1000, seed, 597);
  for (const { trial, curve } of expectSome(results, 'networks')) {
    const { name, policy } = trial.condition;
    const isDeep = name.includes('deep');
    const ensemble: Ensemble = {
      network: { sizes: isDeep ? [64, 32, 32, 32, 32, 32, 10] : [64, 64, 64, 10], activation: 'relu' },
      inputs: Float32Array.from(inputs.flat()),
      batch: 64,
      members: [
        {
          seed,
          policy: { ...policy, nearest: 4 },
          optimizer: adam(0.003, name.startsWith('strong') ? 0.0005 : 0.0001),
          labels,
          rows: train,
        },
      ],
    };
    const run = startSlowRun(ensemble);
    trainSlowly(ensemble, run, steps);
    const layers = toLayers(ensemble.network, run.members[0]?.parameters ?? []);
    const logs = Array.from(unseen, (row) => logProbabilities(ensemble.network, layers, inputs[row] ?? []));
    const rights = Array.from(unseen, (row) => labels[row] ?? NaN);
    const loss = logs.reduce((sum, one, n) => sum - (one[rights[n] ?? NaN] ?? NaN), 0) / logs.length;
    const wrong = logs.filter((one, n) => one.indexOf(Math.max(...one)) !== rights[n]).length / logs.length;
    const measured = curve.at(-1)?.measures;
    expect(measured?.testLoss, name).toBeCloseTo(loss, 4);
    // Where two classes are as probable, rounding may turn one digit.
    expect(Math.abs((measured?.testError ?? NaN) - wrong), name).toBeLessThan(0.002);
  }
});
