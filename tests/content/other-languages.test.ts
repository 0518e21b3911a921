import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { draftTranslation } from '../../scripts/new/translation.ts';
import { articleFiles } from '../../src/authoring/article-files.ts';
import { contentChecker } from '../../src/authoring/check-content.ts';
import { editionOf } from '../../src/authoring/edition.ts';
import { written } from '../../src/authoring/mistake.ts';
import { pageWords } from '../../src/words/page-words.ts';

/* What an author of a translation may get wrong, and what is said of it. */

const original = `---
title: One
description: What stands below the title and in the results of search engines.
summary: What the list says of it.
part: ideas
picture: mix-digits
order: 1
published: 2026-11-22
---

## The first place

A <Term id="alpha">strength</Term>. <Cite id="zhang2018" />
`;
const translation = (...changed: string[]): string => {
  const lines = [
    'title: Eins',
    'description: Was unter dem Titel steht und was Suchmaschinen davon zeigen.',
    'summary: Was die Liste davon sagt.',
    'published: 2026-11-23',
    `translates: ${editionOf(original)}`,
  ];
  const keys = changed.map((line) => line.split(':')[0]);
  const kept = lines.filter((line) => !keys.includes(line.split(':')[0]));
  return ['---', ...kept, ...changed.filter((line) => !line.endsWith('none')), '---', '', 'Eine <Term id="alpha">Stärke</Term>, siehe [hier](/de/articles/).', ''].join('\n');
};
const style = { medianSentence: 20, never: [] };
const german = (words: object = { pages: pageWords }): string => JSON.stringify({ name: 'Deutsch', locale: 'de-DE', style, words }, undefined, 1);
const term = { id: 'alpha', term: 'Alpha', definition: 'The strength of the blending of examples.' };
const right: Readonly<Record<string, string>> = {
  'content/articles/one.mdx': original,
  'content/articles/de/one.mdx': translation(),
  'content/languages/de.json': german(),
  'content/bibliography/references.json': JSON.stringify([{ id: 'zhang2018', authors: ['Zhang, Hongyi'], title: 'mixup', venue: 'ICLR', year: 2018 }]),
  'content/glossary/terms.json': JSON.stringify([term]),
  'content/glossary/de.json': JSON.stringify([{ ...term, definition: 'Die Stärke der Mischung von Beispielen.' }]),
  'content/errata/errata.json': '[]',
  'content/questions/questions.json': '[]',
  'content/code/runs.json': '{}',
  'content/results/run.json': '{"results":{}}',
  'src/islands/mix-digits/Card.astro': '',
  'src/components/guesses/guess.ts': '',
  'src/pages/index.astro': '',
  'public/robots.txt': '',
};

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function project(changed: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'languages-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...right, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function told(changed: Readonly<Record<string, string>>): Promise<{ mistakes: string[]; notes: string }> {
  const { mistakes, notes } = await contentChecker(project(changed), true)();
  return { mistakes: mistakes.map(written), notes: notes.join('\n') };
}

const file = 'content/articles/de/one.mdx';

test('a translation stands where its original does, at an address of its own', async () => {
  expect((await told({})).mistakes).toEqual([]);
  const { articles } = articleFiles(project({}), new Date('2026-11-30'));
  expect(articles.map(({ id, part, fields, translation: of }) => ({ id, part, order: fields?.order, of: of?.original, newer: of?.newer }))).toEqual([
    { id: 'de/one', part: 'ideas', order: 1, of: 'one', newer: undefined },
    { id: 'one', part: 'ideas', order: 1, of: undefined, newer: undefined },
  ]);
});

describe('a mistake in a translation names file, line and remedy', () => {
  test.each([
    ['an article that is not there', { 'content/articles/de/onne.mdx': translation('title: Zwei') }, /de\/onne\.mdx:2 Unknown article "onne"\. Did you mean one of: one\? A translation has the name of the file/],
    ['a language without a file', { 'content/articles/fr/one.mdx': translation() }, /fr\/one\.mdx:2 Unknown language "fr"\. Did you mean one of: de\? Begin it with content\/languages\/fr\.json/],
    ['no edition', { [file]: translation('translates: none') }, new RegExp(`de/one\\.mdx:2 translates: is missing\\. .*write translates: ${editionOf(original)}`)],
    ['no possible edition', { [file]: translation('translates: latest') }, /de\/one\.mdx:6 translates: must name an edition of the original in eight letters/],
    ['a place of its own', { [file]: translation('order: 3') }, /de\/one\.mdx:7 order: Unknown field "order".*The front matter of a translation has no other fields/],
    ['the address of another', { 'content/articles/de/One.mdx': translation('title: Zwei') }, /has the same address, \/de\/articles\/one\/\. Rename/],
    ['the title of another', { 'content/articles/two.mdx': original.replace('One', 'Two').replace('order: 1', 'order: 2'), 'content/articles/de/two.mdx': translation() }, /de\/two\.mdx:\d title: content\/articles\/de\/one\.mdx has the same title/],
    ['an unknown term', { [file]: translation().replace('id="alpha"', 'id="alpa"') }, /de\/one\.mdx:9 Unknown term "alpa"/],
  ])('%s', async (_, changed, said) => {
    expect((await told(changed)).mistakes.join('\n')).toMatch(said);
  });

  test.each([
    ['broken JSON', '{ "name": "Deutsch", }', /languages\/de\.json:1 The file is no JSON/],
    ['no name', '{}', /languages\/de\.json:1 name: is missing\. Write "name": "Deutsch"/],
    ['a word that English does not have', german({ pages: { ...pageWords, skipp: 'Zum Text' } }), /languages\/de\.json:\d+ Unknown word "skipp"\. Did you mean one of: skip/],
    ['a word without what is put into it', german({ pages: { ...pageWords, minutes: 'kurz' } }), /languages\/de\.json:\d+ minutes: must hold \{n\}, as in “\{n\} min read”; it holds none/],
    ['an unknown part', german({ pags: {} }), /languages\/de\.json:\d+ Unknown part "pags"\. Did you mean one of: pages/],
  ])('its language: %s', async (_, text, said) => {
    expect((await told({ 'content/languages/de.json': text })).mistakes.join('\n')).toMatch(said);
  });

  test.each([
    ['a term that English does not have', [{ ...term, id: 'alpa' }], /glossary\/de\.json:1 Unknown term "alpa"\. Did you mean one of: alpha\? Define it in content\/glossary\/terms\.json first/],
    ['a term twice', [term, term], /glossary\/de\.json:1 alpha is there already/],
  ])('its glossary: %s', async (_, terms, said) => {
    expect((await told({ 'content/glossary/de.json': JSON.stringify(terms) })).mistakes.join('\n')).toMatch(said);
  });
});

/** A guess in English, as its file names it. */
const asked = { 'src/components/guesses/one.ts': "export default [{ id: 'which' }];\n" };

test.each([
  ['broken JSON', '{ "which": }', /guesses\/one\.de\.json:1 The file is no JSON/],
  ['a guess that English does not ask', '{\n"wich": {} }', /guesses\/one\.de\.json:2 Unknown guess "wich"\. Did you mean one of: which\? Ask it in English first, in src\/components\/guesses\/one\.ts/],
])('a mistake in its guesses: %s', async (_, text, said) => {
  expect((await told({ ...asked, 'src/components/guesses/one.de.json': text })).mistakes.join('\n')).toMatch(said);
});

test('words of a figure that has none in English are refused, since nothing would read them', async () => {
  expect((await told({ 'src/islands/mix-digits/words.de.json': '{ "caption": "Ein Bild." }' })).mistakes).toEqual([
    expect.stringMatching(/^src\/islands\/mix-digits\/words\.de\.json:1 Nothing reads this file, because its room has no words\.ts\. Write there/),
  ]);
});

describe('an author is told', () => {
  test('of terms, guesses and figures of a translation that speak English, and where their words go', async () => {
    const beta = { id: 'beta', term: 'Beta', definition: 'The other number of a Beta distribution.' };
    const shows = {
      ...asked,
      [file]: `${translation()}\nEin <Term id="beta">Beta</Term>.\n\n<Guess of="which" />\n\n<MixDigits />\n`,
      'content/glossary/terms.json': JSON.stringify([term, beta]),
    };
    const { mistakes, notes } = await told(shows);
    expect(mistakes).toEqual([]);
    expect(notes).toContain(`${file} defines in English: beta. Write them into content/glossary/de.json.`);
    expect(notes).toContain(`${file} asks in English: which. Write them into src/components/guesses/one.de.json.`);
    expect(notes).toContain(`${file} shows in English: mix-digits. Write their words into words.de.json of their rooms.`);
    const said = {
      ...shows,
      'content/glossary/de.json': JSON.stringify([term, beta]),
      'src/components/guesses/one.de.json': '{ "which": {} }',
      'src/islands/mix-digits/words.ts': 'export const mixWords = {};',
      'src/islands/mix-digits/words.de.json': '{}',
    };
    expect((await told(said)).notes).not.toContain(file);
  });

  test('of words that are missing, which is no mistake', async () => {
    const { skip: _, ...most } = { ...pageWords };
    const { mistakes, notes } = await told({ 'content/languages/de.json': german({ pages: most }) });
    expect(mistakes).toEqual([]);
    expect(notes).toContain('content/languages/de.json, pages, lacks skip: that is said in English.');
  });

  test('of a translation whose original has changed, whether in its title or its text', async () => {
    for (const changed of [original.replace('title: One', 'title: Once'), `${original}More.\n`]) {
      const { mistakes, notes } = await told({ 'content/articles/one.mdx': changed });
      expect(mistakes).toEqual([]);
      expect(notes).toContain(`${file} is older than its original, and says so to readers. Bring it up to date, then write translates: ${editionOf(changed)}`);
    }
  });

  test('nothing where only its place or its days have changed, or how its lines end', () => {
    const moved = original.replace('order: 1', 'order: 2').replace('2026-11-22', '2026-11-24').replaceAll('\n', '\r\n');
    expect(editionOf(moved)).toBe(editionOf(original));
  });

  test('that a translation of what is held back is held back', async () => {
    const held = original.replace('published: 2026-11-22', 'published: 2026-11-22\ndraft: true');
    expect((await told({ 'content/articles/one.mdx': held })).notes).toContain(`${file} is held back with its original, content/articles/one.mdx.`);
  });
});

describe('npm run new', () => {
  const today = new Date(2026, 10, 25);

  test('begins a translation with the text of the original, as a draft without a mistake', async () => {
    const { files } = draftTranslation(project({}), 'Eins', 'de', 'one', today);
    const { mistakes, notes } = await told(files);
    expect(mistakes).toEqual([]);
    expect(notes).toContain(`${file} is a draft`);
    expect(files[file]).toContain('## The first place');
  });

  test('leaves pictures and films of the original beside it', () => {
    const shown = '![Two rings](./rings.png)\n\n<video src="./rings.webm" poster="./rings.png" muted aria-label="Rings" />';
    const { files } = draftTranslation(project({ 'content/articles/one.mdx': `${original}\n${shown}\n` }), 'Eins', 'de', 'one', today);
    expect(files[file]).toContain('![Two rings](../rings.png)');
    expect(files[file]).toContain('<video src="../rings.webm" poster="../rings.png"');
  });

  test('refuses a language or an article that is not there', () => {
    const root = project({});
    expect(() => draftTranslation(root, 'Un', 'fr', 'one', today)).toThrow('--lang: Unknown language "fr"');
    expect(() => draftTranslation(root, 'Eins', 'de', 'onne', today)).toThrow('--of: Unknown article "onne". Did you mean one of: one?');
  });
});
