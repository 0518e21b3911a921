import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import facts from '../../content/paper/paper-facts.json' with { type: 'json' };
import { guessNamed } from '../../src/components/guesses/all-guesses.ts';
import { presets } from '../../src/islands/vicinities/presets.ts';
import { examplesOf } from '../../src/islands/vicinities/settings.ts';
import { summarize } from '../../src/islands/vicinities/summary.ts';
import { wholeTally } from '../../src/islands/vicinities/tally.ts';

const text = readFileSync(join(import.meta.dirname, '../../content/articles/data-augmentation-and-vrm.mdx'), 'utf8').replace(/\s+/g, ' ');

test('what “Data augmentation and vicinal risk” reports from Table 5 is what the paper says', () => {
  const { rows } = facts.tables.table5_ablation;
  const error = (group: RegExp, spec: RegExp): string => {
    const found = rows.filter((row) => group.test(row.group) && spec.test(row.spec));
    expect(found, `${String(group)} ${String(spec)}`).toHaveLength(1);
    return (found[0]?.['wd_1e-4'] as number).toFixed(2);
  };
  expect(error(/Gaussian/, /0\.05/)).toBe(error(/^ERM$/, /^$/));
  expect(text).toContain('noise with $\\sigma = 0.05$ leaves the test error where ERM has it');
  expect(text.replace(/<[^>]+>|\[\^.*$/g, '')).not.toMatch(/\d\.\d\d %/);
});

test('what it says of the figure at two strengths is what the figure shows', () => {
  const at = (alpha: number) => {
    const settings = { ...presets[0].settings, alpha };
    return summarize(wholeTally('mixup', settings), examplesOf(settings));
  };
  const [near, even] = [at(0.1), at(1)];
  expect(text).toContain(`${Math.round(100 * near.onExamples)} % of the virtual examples fall into the same small cell as a real one`);
  expect(text).toContain(`it is ${Math.round(100 * even.onExamples)} %`);
  for (const { reached } of [near, even]) expect(Math.abs(reached - 0.25)).toBeLessThan(0.03);
  const farther = facts.beta_table.rows.find(([alpha]) => alpha === 0.1)?.[facts.beta_table.columns.indexOf('P(w<0.1)')];
  expect(guessNamed('where-blends-fall').ours).toContain(`${Math.round(100 * Number(farther))} % of all λ lie within 0.1 of 0 or 1`);
});
