import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import facts from '../../content/paper/paper-facts.json' with { type: 'json' };
import { guessNamed } from '../../src/components/guesses/all-guesses.ts';
import { paperChanges } from '../../src/islands/paper-changes/paper-changes.ts';

const text = readFileSync(join(import.meta.dirname, '../../content/articles/what-is-mixup.mdx'), 'utf8').replace(/\s+/g, ' ');

/** The errors of a comparison as the paper prints them. */
function errors(name: RegExp): [ERM: string, mixup: string] {
  const found = paperChanges().filter((change) => name.test(change.name));
  expect(found, String(name)).toHaveLength(1);
  return [found[0]?.before.toFixed(1) ?? '', found[0]?.after.toFixed(1) ?? ''];
}

test('what “What is mixup?” reports from the paper is what the paper says, and no error is typed', () => {
  expect(text.replace(/<[^>]+>/g, '')).not.toMatch(/\d\.\d %/);
  const [before, after] = errors(/LeNet/);
  expect(Number(after)).toBeGreaterThan(Number(before));
  expect(text).toContain('The small network LeNet, on [spoken commands](/articles/speech/), rises from');
  expect(errors(/Htru2/)).toEqual(['2.0', '2.0']);
  expect(text).toContain('On Htru2, a table of pulsars, nothing changes (Table 4)');
  expect(paperChanges()).toHaveLength(9);
  expect(text).toContain('has nine comparisons of the paper, from the largest gain to the largest loss');
  expect(facts.hyperparameters.cifar.alpha).toBe(1);
  expect(text).toContain('The paper uses 1 for CIFAR, small photos in ten or a hundred classes. For ImageNet, over a million photos in a thousand classes, it uses 0.2 or 0.4');
});

test('in the paper’s table of ImageNet mixup leads in every comparison, for one guess and for five', () => {
  const { rows } = facts.tables.table1_imagenet;
  for (const score of ['top1', 'top5'] as const) {
    const pairs = rows
      .filter(({ method }) => method === 'mixup')
      .flatMap((mixed) =>
        rows
          .filter(({ model, epochs, method }) => method !== 'mixup' && model === mixed.model && (epochs === 200) === (mixed.epochs === 200))
          .flatMap((plain) => (plain[score] === null ? [] : [[mixed[score], plain[score]] as [number, number]])),
      );
    expect(pairs.length).toBeGreaterThanOrEqual(score === 'top1' ? 7 : 5);
    for (const [mixed, plain] of pairs) expect(mixed).toBeLessThan(plain);
  }
  expect(text).toContain('mixup leads wherever both errors are given, with one guess or five (Table 1)');
});

test('what it says of α is what the table of Beta facts says', () => {
  const fact = (alpha: number, column: string): number | undefined =>
    facts.beta_table.rows.find(([value]) => value === alpha)?.[facts.beta_table.columns.indexOf(column)];
  expect(fact(0.2, 'P(w<0.1)')).toBe(0.67);
  expect(text).toContain('0.67 at $\\alpha = 0.2$, 0.2 at $\\alpha = 1$');
  expect(fact(1, 'P(w<0.1)')).toBe(0.2);
  expect(fact(0.2, 'P(0.25<=lambda<=0.75)')).toBe(0.17);
  expect(guessNamed('hard-to-name').ours).toContain('17 % of the draws give the weaker picture a quarter or more');
});

test('its chart runs from the largest gain to the largest loss', () => {
  const changes = paperChanges().map(({ before, after }) => after / before);
  expect(changes).toEqual(changes.toSorted((a, b) => a - b));
  expect(changes[0]).toBeLessThan(0.3);
  expect(changes.at(-1)).toBeGreaterThan(1.05);
});
