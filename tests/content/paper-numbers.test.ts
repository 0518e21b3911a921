import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import facts from '../../content/paper/paper-facts.json' with { type: 'json' };

/** An article's text on one line. */
const article = (slug: string): string =>
  readFileSync(join(import.meta.dirname, `../../content/articles/${slug}.mdx`), 'utf8').replace(/\s+/g, ' ');

const percent = (value: number): string => value.toFixed(1);

test('what “Training with mixup” reports from the paper is what the paper says', () => {
  const { summary: misses } = facts.figures.fig2a;
  const { summary: norms } = facts.figures.fig2b;

  const text = article('training-with-mixup');
  for (const claim of [
    `neither of the two in about ${percent(misses['ERM_at_0.5'])} % of cases, the mixup network in about ${percent(misses['mixup_at_0.5'])} % (Fig. 2a)`,
    `about ${norms['ERM_at_0.5']} with ERM and ${norms['mixup_at_0.5']} with mixup (Fig. 2b)`,
    `about ${norms.ERM_at_ends} with ERM and ${norms.mixup_at_ends} with mixup`,
  ]) {
    expect(text).toContain(claim);
  }
});
