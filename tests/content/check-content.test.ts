import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { contentChecker } from '../../src/authoring/check-content.ts';
import { mistakesPage } from '../../src/authoring/mistakes-page.ts';
import { written } from '../../src/authoring/mistake.ts';

const work = { id: 'zhang2018', authors: ['Zhang, Hongyi'], title: 'mixup', venue: 'ICLR', year: 2018 };
const term = { id: 'alpha', term: 'Alpha', definition: 'The strength of the blending of examples.', article: 'one' };
const article = (title: string, order: number, text: string, more = ''): string =>
  `---\ntitle: ${title}\ndescription: What stands below the title and in the results of search engines.\nsummary: What the list says of it.\npart: ideas\npicture: mix-digits\norder: ${order}\npublished: 2026-11-22\n${more}---\n\n${text}\n`;
const lines = (entries: readonly unknown[]): string => `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
const right: Readonly<Record<string, string>> = {
  'content/articles/one.mdx': article('One', 1, '## The first place\n\nText. <Cite id="zhang2018" />'),
  'content/articles/two.mdx': article('Two', 2, 'See [it](/articles/one/#the-first-place).'),
  'content/bibliography/references.json': lines([work]),
  'content/glossary/terms.json': lines([term]),
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
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...right, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const mistakes = async (changed: Readonly<Record<string, string>>, isPublished = true): Promise<string[]> =>
  (await contentChecker(project(changed), isPublished)()).mistakes.map(written);

test('content without a mistake passes', async () => {
  expect(await mistakes({})).toEqual([]);
});

describe('the bibliography and the glossary', () => {
  const bibliography = 'content/bibliography/references.json';
  const glossary = 'content/glossary/terms.json';
  test.each([
    ['broken JSON', bibliography, '[\n{ "id": "a" "b" }\n]', /references\.json:2 The file is no JSON: .*parted by commas/],
    ['a byte order mark', glossary, '\uFEFF[]', /terms\.json:1 The file is no JSON: it begins with a byte order mark\. Save it as UTF-8 without one/],
    ['a comma after the last entry', glossary, `[\n${JSON.stringify(term)},\n]`, /terms\.json:3 The file is no JSON: .*none follows the last/],
    ['a key that is there twice', bibliography, lines([work, work]), /references\.json:3 zhang2018 is there already, in line 2\. Give each entry a key of its own/],
    ['a term that is there twice', glossary, lines([term, term]), /terms\.json:3 alpha is there already/],
    ['a term without a capital', glossary, lines([{ ...term, term: 'alpha' }]), /terms\.json:2 alpha, term: must be the term as readers see it, with a capital; it is "alpha"/],
    ['a work without its year', bibliography, lines([{ ...work, year: undefined }]), /references\.json:2 zhang2018, year: is missing\. Write "year": 2018/],
    ['a year in quotes', bibliography, lines([{ ...work, year: '2018' }]), /year: must be a year from 1600 to 2100 without quotes; it is "2018"/],
    ['an unknown field', bibliography, lines([{ ...work, yaer: 2018 }]), /zhang2018, yaer: Unknown field "yaer"\. Did you mean one of: .*year/],
    ['a term that is null', glossary, lines([{ ...term, term: null }]), /terms\.json:2 alpha, term: must be .*; it is empty/],
    ['an article that does not exist', glossary, lines([{ ...term, article: 'onne' }]), /terms\.json:2 alpha: Unknown article "onne"\. Did you mean one of: one/],
    ['no list', glossary, '{}', /terms\.json:1 The file must be a list of entries/],
  ])('%s', async (_, path, text, said) => {
    expect(await mistakes({ [path]: text })).toEqual([expect.stringMatching(said)]);
  });
});

test('results that are no JSON are told with their line and how to make them anew', async () => {
  const [message] = await mistakes({ 'content/results/run.json': '{\n"mean": NaN\n}' });
  expect(message).toMatch(/results\/run\.json:2 The file is no JSON: Unexpected token 'N'\. JSON has no NaN.*npm run bake -- run/);
});

test('a link to a place that another article does not have is told, with the places near it', async () => {
  const two = article('Two', 2, 'Text.\n\nSee [it](/articles/one/#the-frist-place).');
  expect(await mistakes({ 'content/articles/two.mdx': two })).toEqual([
    expect.stringMatching(/two\.mdx:13 \/articles\/one\/ has nothing called "#the-frist-place"\. Near it: the-first-place/),
  ]);
});

test('a link to an article that is held back is a mistake where the site is published, and none while it is written', async () => {
  const held = { 'content/articles/one.mdx': article('One', 1, '## The first place', 'draft: true\n') };
  expect(await mistakes(held)).toEqual([expect.stringMatching(/two\.mdx:11 Link to \/articles\/one\/, which is a draft\. Leave the link out/)]);
  expect(await mistakes(held, false)).toEqual([]);
});

test('links to files with capitals or spaces in their names lead to the address that they get', async () => {
  const named = (target: string): Readonly<Record<string, string>> => ({
    'content/articles/Upper Case.mdx': article('Three', 3, 'Text.'),
    'content/articles/two.mdx': article('Two', 2, `See [it](${target}).`),
  });
  expect(await mistakes(named('/articles/upper-case/'))).toEqual([]);
  expect((await mistakes(named('</articles/Upper Case/>')))[0]).toMatch(/Link to a missing page: .*\/articles\/upper-case\//);
});

describe('what MDX can not read', () => {
  test.each([
    ['an unclosed tag', '<Aside>\n\nText.', /closing tag.*Close each tag where it was opened/],
    ['an unclosed brace', 'Text { here.', /Write \\\{ for a brace/],
    ['an unclosed element', 'Text <em>here.', /Close each tag/],
    ['a property without quotes', 'As in <Term id=alpha>a</Term>.', /Put what a property is set to into quotes, as in id="blend"/],
    ['a comment of HTML', '<!-- a comment -->', /Write a comment as \{\/\* … \*\/\}/],
    ['a sign that is no tag', 'For n<5 it holds.', /Write \\< for a sign that is no tag/],
    ['nothing but an expression that is none', '{1 +}', /Write \\\{ for a brace/],
  ])('%s', async (_, text, said) => {
    const [message, ...more] = await mistakes({ 'content/articles/one.mdx': article('One', 1, `## The first place\n\n${text}`) });
    expect(message).toMatch(/one\.mdx:1[1-7] This can't be read: /);
    expect(message).toMatch(said);
    expect(message?.length).toBeLessThan(420);
    expect(more).toEqual([]);
  });
});

test('a tag that is never closed is named where it was opened, not at the end of the text', async () => {
  const text = '## The first place\n\n<Aside>\n\nText.\n\nMore.\n\nThe end.';
  expect((await mistakes({ 'content/articles/one.mdx': article('One', 1, text) }))[0]).toMatch(/one\.mdx:13 .*closing tag for `<Aside>`/);
});

test('a guess that hides a figure which its article does not show is refused, in its own article alone', async () => {
  const asks = article('One', 1, '## The first place\n\nText.\n\n<Guess of="which" />\n\n<MixDigits />');
  const hides = (figure: string) => ({ 'content/articles/one.mdx': asks, 'src/components/guesses/one.ts': `export default [\n  {\n    id: 'which',\n    figure: '${figure}',\n  },\n];\n` });
  expect(await mistakes(hides('mix-digits'))).toEqual([]);
  expect(await mistakes(hides('mix-digit'))).toEqual([
    'content/articles/one.mdx:15 The guess "which" hides the figure "mix-digit", which is not in this article. Correct "figure" in src/components/guesses/one.ts, or show it behind the guess.',
  ]);
});

test('an article is read again once results that it names were baked', async () => {
  const root = project({ 'content/articles/one.mdx': article('One', 1, '## The first place\n\n<Result experiment="new" of="erm.error" /> is the error.') });
  const check = contentChecker(root, true);
  expect((await check()).mistakes.map(written)).toEqual([expect.stringContaining('Unknown experiment "new"')]);
  writeFileSync(join(root, 'content/results/new.json'), '{"results":{"erm":{"error":{"mean":1,"halfWidth":0.5,"values":[0.5,1.5]}}}}');
  expect((await check()).mistakes).toEqual([]);
});

test('mistakes of several files are told at once, in their order, and an article is read again only once something has changed', async () => {
  const root = project({ 'content/articles/one.mdx': article('One', 1, 'A <Term id="alpa">x</Term>.'), 'content/articles/two.mdx': article('Two', 2, 'A {thing}.') });
  const check = contentChecker(root, true);
  const told = async (): Promise<string[]> => (await check()).mistakes.map(({ file, line }) => `${file}:${line}`);
  expect(await told()).toEqual(['content/articles/one.mdx:11', 'content/articles/two.mdx:11']);
  writeFileSync(join(root, 'content/articles/two.mdx'), article('Two', 2, 'A thing.'));
  expect(await told()).toEqual(['content/articles/one.mdx:11']);
  writeFileSync(join(root, 'content/glossary/terms.json'), lines([term, { ...term, id: 'alpa' }]));
  expect(await told()).toEqual([]);
});

test('a mistake that stands twice in a line is told once', async () => {
  const twice = article('One', 1, '## The first place\n\nA <Term id="alpa">x</Term> and <Term id="alpa">x</Term>.\n\nA <Term id="alpa">x</Term>.');
  const found = await mistakes({ 'content/articles/one.mdx': twice });
  expect(found.map((text) => text.split(' ')[0])).toEqual(['content/articles/one.mdx:13', 'content/articles/one.mdx:15']);
});

test('a picture that is put beside its article, or made smaller, is seen without a change of the article', async () => {
  const root = project({ 'content/articles/two.mdx': article('Two', 2, '![A cat and a dog](./cat.png)') });
  const check = contentChecker(root, true);
  const told = async (): Promise<string[]> => (await check()).mistakes.map(({ text }) => text);
  expect(await told()).toEqual([expect.stringContaining('no file "./cat.png" beside the article')]);
  const picture = join(root, 'content/articles/cat.png');
  copyFileSync(join(import.meta.dirname, '../../src/authoring/catalogue/cat-and-dog.png'), picture);
  expect(await told()).toEqual([]);
  truncateSync(picture, 4_500_000);
  expect(await told()).toEqual([expect.stringContaining('has 4.5 MB; at most 4 MB')]);
});

test('the page that shows mistakes while one writes has them as text, and the client that reloads it', () => {
  const page = mistakesPage([{ file: 'content/articles/one.mdx', line: 3, text: 'Unknown <Thing> & "more"' }], '/mixup/');
  expect(page).toContain('<code>content/articles/one.mdx:3</code><p>Unknown &lt;Thing&gt; &amp; &quot;more&quot;</p>');
  expect(page).toContain('src="/mixup/@vite/client"');
});
