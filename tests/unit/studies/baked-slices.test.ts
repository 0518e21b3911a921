import { afterAll, beforeAll, expect, test } from 'vitest';
import adversarialFile from '../../../content/results/adversarial.json' with { type: 'json' };
import betweenFile from '../../../content/results/between-examples.json' with { type: 'json' };
import corruptedFile from '../../../content/results/corrupted-labels.json' with { type: 'json' };
import { readDigits } from '../../../scripts/experiments/digits-table.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { adversarial } from '../../../src/studies/adversarial.ts';
import { betweenExamples } from '../../../src/studies/between-examples.ts';
import { corruptedLabels } from '../../../src/studies/corrupted-labels.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import type { Study } from '../../../src/studies/study.ts';

/** One seed of each baked study is trained again and compared with its file, which keeps six decimals. */
let engine: Engine;
beforeAll(async () => {
  engine = await createNodeCpuEngine();
});
afterAll(() => engine.dispose());

async function expectSlice(file: unknown, study: Study<string>): Promise<void> {
  const { seeds, conditions } = file as {
    seeds: number[];
    conditions: { condition: string; measures: Record<string, { last: { values: number[] } }> }[];
  };
  const [seed = 0] = seeds;
  for (const { trial, curve } of await runStudy(engine, study, [seed])) {
    const baked = conditions.find(({ condition }) => condition === trial.condition);
    for (const [name, value] of Object.entries(curve.at(-1)?.measures ?? {}))
      expect(value, `${trial.condition}, ${name}`).toBeCloseTo(baked?.measures[name]?.last.values[0] as number, 5);
  }
}

test('between examples: the first seed gives what is kept', async () => {
  await expectSlice(betweenFile, betweenExamples(await readDigits()));
}, 60_000);

test('corrupted labels: the first seed at 50 % gives what is kept', async () => {
  await expectSlice(corruptedFile, corruptedLabels(await readDigits(), [0.5]));
}, 60_000);

test('adversarial: the first seed gives what is kept', async () => {
  await expectSlice(adversarialFile, adversarial(await readDigits()));
}, 60_000);
