import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import baked from '../../content/results/erm-vs-mixup.json' with { type: 'json' };
import { expectSome } from '../expect-some.ts';
import { root } from './render-article.ts';

test('the note on the runs of “Training with mixup” says how its numbers were made', () => {
  const text = readFileSync(join(root, 'content/articles/training-with-mixup.mdx'), 'utf8');
  const note = /^\[\^setup\]: .*$/m.exec(text)?.[0];
  const { training, batch, steps, learningRate, test: fresh } = baked.settings;
  for (const { settings } of expectSome(Object.values(baked.results), 'results')) {
    expect(settings).toMatchObject({ width: 32, activation: 'relu', alpha: 1 });
  }
  expect(baked.settings).toMatchObject({ optimizer: 'adam', lambda: 'one for each mini-batch' });
  for (const claim of [
    `${training} training points, two hidden layers of 32 ReLU units, mini-batches of ${batch}`,
    `${steps.toLocaleString('en')} steps of Adam`,
    `learning rate ${learningRate}, $\\alpha = 1$, one $\\lambda$ for each mini-batch`,
    `on ${fresh.toLocaleString('en')} new points`,
    `the mean over ${baked.seeds.length} seeds`,
  ]) {
    expect(note).toContain(claim);
  }
});
