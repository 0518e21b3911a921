import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftArticle } from '../../../scripts/new/article.ts';
import { writeDraft } from '../../../scripts/new/draft.ts';
import { draftDataSet } from '../../../scripts/new/data-set.ts';
import { draftExperiment } from '../../../scripts/new/experiment.ts';
import { draftFigure } from '../../../scripts/new/figure.ts';
import { namesOf, slugOf } from '../../../scripts/new/names.ts';
import { contentChecker } from '../../../src/authoring/check-content.ts';
import { parseTable } from '../../../src/core/data/table.ts';
import { expectSome } from '../../expect-some.ts';
import { importsIn, sourceOf } from '../house/imports.ts';

const project = join(import.meta.dirname, '../../..');
const today = new Date(2026, 10, 5);
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  mkdirSync(join(root, 'content/articles'), { recursive: true });
  for (const part of [
    'bibliography',
    'errata',
    'results',
    'articles/ablation.mdx',
    'articles/what-is-mixup.mdx',
    'questions',
    'code',
  ])
    cpSync(join(project, 'content', part), join(root, 'content', part), { recursive: true });
  const terms = JSON.parse(readFileSync(join(project, 'content/glossary/terms.json'), 'utf8')) as { article: string }[];
  mkdirSync(join(root, 'content/glossary'));
  const known = terms.filter(({ article }) => ['ablation', 'what-is-mixup'].includes(article));
  writeFileSync(join(root, 'content/glossary/terms.json'), JSON.stringify(known, undefined, 1));
  for (const folder of ['src', 'public']) symlinkSync(join(project, folder), join(root, folder));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a new article', () => {
  test.each([
    ['ideas', 'what-is-mixup'],
    ['experiments', 'ablation'],
    ['conclusions', undefined],
  ])('of the %s is a draft behind the others, has no mistake, and is not written twice', async (part, last) => {
    const draft = draftArticle(root, 'Why does it help?', part, today);
    writeDraft(root, draft);
    const text = readFileSync(join(root, 'content/articles/why-does-it-help.mdx'), 'utf8');
    expect(text).toContain('published: 2026-11-05\ndraft: true');
    for (const needed of ['<Cite ', '<Term ', '[^note]:', '<Remember>']) expect(text).toContain(needed);
    expect(draft.next.join()).toContain('src/components/guesses/why-does-it-help.ts');
    const orderOf = (article: string): number =>
      Number(/^order: (.*)$/m.exec(readFileSync(join(root, `content/articles/${article}.mdx`), 'utf8'))?.[1]);
    expect(orderOf('why-does-it-help')).toBe(last === undefined ? 1 : orderOf(last) + 1);
    const { mistakes, notes } = await contentChecker(root, false)();
    // The two others link to articles that were not copied.
    expect(mistakes.filter(({ file }) => file.includes('why-does'))).toEqual([]);
    expect(notes.join()).toContain('why-does-it-help.mdx is a draft');
    expect(() => writeDraft(root, draft)).toThrow('why-does-it-help.mdx is there already. Choose another name.');
    rmSync(join(root, 'content/articles/why-does-it-help.mdx'));
  });

  test.each([
    ['Why λ = ½?', 'why-1-2'],
    ['Über Mixup', 'uber-mixup'],
  ])('called "%s" has an address that can be typed', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test.each(['混ぜる', '??'])('called "%s" is refused with what was expected', (title) => {
    expect(() => slugOf(title)).toThrow('title: expected words with letters from a to z');
  });
});

describe.each([
  ['figure', draftFigure('two-moons')],
  ['experiment', draftExperiment('two-moons')],
] as const)('a new %s', (_, { files, next }) => {
  test('imports only what is there', () => {
    const imports = Object.entries(files).flatMap(([file, text]) => importsIn(file, text));
    for (const { from, to, names } of expectSome(imports, 'imports')) {
      const text = files[to] ?? sourceOf(to);
      for (const name of names ?? [])
        expect(text, `${from} takes ${name} from ${to}`).toMatch(new RegExp(`export .*\\b${name}\\b`));
    }
  });

  test('is a room of its own with a test, and its author is told how to go on', () => {
    expect(Object.keys(files).filter((file) => dirname(file) === 'src/islands/two-moons')).toContain(
      'src/islands/two-moons/TwoMoons.astro',
    );
    expect(Object.keys(files).filter((file) => file.startsWith('tests/'))).toHaveLength(1);
    expect(next.join('\n')).toContain('<TwoMoons />');
  });
});

test('a new figure says its words where other languages can say theirs', () => {
  const { files } = draftFigure('two-moons');
  const [words] = Object.entries(files).filter(([file]) => file === 'src/islands/two-moons/words.ts');
  expect(words?.[1]).toContain("words('two-moons', {");
  expect(files['src/islands/two-moons/TwoMoons.astro']).toContain('twoMoonsWords.caption');
  expect(files['src/islands/two-moons/TwoMoons.svelte']).toContain('twoMoonsWords.blend');
});

test('a new data set is a table that can be read, and a card that names it', () => {
  const { files, next } = draftDataSet('two-moons');
  const { classes } = parseTable(files['public/data/two-moons.csv'] ?? '', 'two-moons.csv');
  expect(classes).toBe(2);
  expect(files['src/data/two-moons/card.ts']).toContain("file: '/data/two-moons.csv'");
  expect(next.join()).toContain('LICENSE-TEXT.md');
});

test('the commands that the page for authors shows can be run one after another: none writes a file of another', () => {
  const page = readFileSync(join(project, 'src/pages/authors.astro'), 'utf8');
  const drafts = { figure: draftFigure, experiment: draftExperiment, dataset: draftDataSet };
  const begun = expectSome(
    [...page.matchAll(/'npm run new -- (figure|experiment|dataset) ([\w-]+)'/g)],
    'commands',
  ).flatMap(([, kind, name]) => Object.keys(drafts[kind as keyof typeof drafts](name ?? '').files));
  expect(begun.filter((file, n) => begun.indexOf(file) !== n)).toEqual([]);
  expect(begun.some((file) => file.startsWith('public/data/'))).toBe(true);
});

test.each(['', 'Two-Moons', 'two moons', '2-moons', 'two--moons', '../moons', 'two-'])(
  'the name "%s" of a room is refused with what was expected',
  (name) => {
    expect(() => namesOf(name)).toThrow('name: expected small letters and digits, words parted by hyphens');
  },
);
