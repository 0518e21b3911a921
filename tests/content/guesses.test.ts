import { describe, expect, test } from 'vitest';
import { articleFiles } from '../../src/authoring/article-files.ts';
import { allGuesses } from '../../src/components/guesses/all-guesses.ts';
import { writingRules } from '../../src/authoring/writing-rules.ts';
import { changeBySeeds } from '../../src/components/guesses/guess.ts';
import { figureNames } from '../../src/markdown/figure-names.ts';
import { expectSome } from '../expect-some.ts';
import { wordCount } from './prose.ts';
import { root } from './render-article.ts';

/** Drafts ask guesses too. */
const articles = expectSome(
  articleFiles(root, new Date()).articles.filter(({ translation }) => !translation),
  'articles',
);
const guesses = expectSome(allGuesses, 'guesses');
const bodyOf = (slug: string): string => articles.find(({ id }) => id === slug)?.source ?? '';

describe.each(guesses)('the guess $id', ({ id, article, question, ours, paper }) => {
  test('is asked by its article, once, and nowhere else', () => {
    const asked = articles.flatMap((one) => Array.from(one.source.matchAll(/<Guess of="([^"]+)"/g), ([, of]) => ({ slug: one.id, of })));
    expect(asked.filter(({ of }) => of === id)).toEqual([{ slug: article, of: id }]);
  });

  test('is short, and told by the paper, by our seeds, or by both', () => {
    expect(wordCount(question)).toBeLessThanOrEqual(writingRules.guess);
    expect(question).toMatch(/[?.]$/);
    expect(ours ?? paper).toBeDefined();
    for (const told of [ours, paper]) expect(told ?? '').not.toMatch(/NaN|undefined/);
  });
});

test.each(guesses.flatMap(({ id, article, figure }) => (figure === undefined ? [] : [{ id, article, figure }])))(
  'the guess $id stands right before the figure $figure, whose answer it hides',
  ({ id, article, figure }) => {
    const behind = new RegExp(`<Guess of="${id}"(?: />|>[\\s\\S]*?</Guess>)\\n\\n<(\\w+)`).exec(bodyOf(article))?.[1] ?? '';
    expect(figureNames()[behind]).toBe(figure);
  },
);

test.each(guesses.flatMap(({ id, asks }) => (asks.kind === 'choice' ? [{ id, ...asks }] : [])))(
  'what came out is one of the answers of the guess $id',
  ({ options, came }) => expect(options.map(({ value }) => value)).toContain(came),
);

test.each(guesses.flatMap(({ id, asks }) => (asks.kind === 'number' ? [{ id, ...asks }] : [])))(
  'what came out lies on the axis of the guess $id, and not where its bar stands at first',
  ({ from, to, start, came }) => {
    expect(came).toBeGreaterThanOrEqual(from);
    expect(came).toBeLessThanOrEqual(to);
    expect(Math.abs(came - start)).toBeGreaterThan((to - from) / 50);
  },
);

test('every guess has a name of its own', () => {
  expect(new Set(guesses.map(({ id }) => id)).size).toBe(guesses.length);
});

test('a difference is seen where its interval leaves out zero', () => {
  expect([-2, -0.5, 0.5, 2].map((mean) => changeBySeeds({ mean, halfWidth: 1 }))).toEqual(['less', 'same', 'same', 'more']);
});

/** As SciPy and the baked files say it, apart from the code that reads them. */
test.each([
  ['large-network', -26],
  ['half-wrong', 15.85],
  ['first-steps', 4.38],
  ['barely-mixed', 6.7],
  ['hard-to-name', 1.03],
  ['wrong-labels', 21.39],
  ['spoken-commands', 3.4],
])('what came out of %s is about %d', (id, value) => {
  const asks = guesses.find((guess) => guess.id === id)?.asks;
  expect(asks?.kind === 'number' && Math.abs(asks.came - value)).toBeLessThan(0.03 * Math.max(1, Math.abs(value)));
});

test.each([
  ['longer-training', 'mixup'],
  ['four-attacks', '2'],
  ['iris', 'more'],
  ['new-speakers', 'more'],
  ['where-blends-fall', 'near'],
  ['most-lost', 'spirals'],
])('what came out of %s is %s', (id, value) => {
  const asks = guesses.find((guess) => guess.id === id)?.asks;
  expect(asks?.kind === 'choice' && asks.came).toBe(value);
});
