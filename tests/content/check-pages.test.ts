import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pageMistakes } from '../../src/authoring/check-pages.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** What is said of a site whose home page holds something besides its heading. */
function saidOf(html: string, base = '/'): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  folders.push(folder);
  const files = {
    'index.html': `<main><h1>Home</h1>${html}</main>`,
    'about/index.html': '<h1>About</h1><h2 id="data">Data</h2>',
    'data/digits.csv': '',
    'a picture.svg': '',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return pageMistakes(folder, base);
}

test.each([
  ['a link to a page that is not there', '<a href="/abuot/">x</a>', '/ leads to "/abuot/", which is not there.'],
  ['a link to a place that a page does not have', '<a href="/about/?v=1#date">x</a>', '/ leads to "/about/?v=1#date", and /about/ has no such place.'],
  ['a link to a place of its own that is not there', '<a class="a" href="#here">x</a>', '/ leads to "#here", and / has no such place.'],
  ['a picture that is not there', '<img src="/cat.png" alt="a cat">', '/ leads to "/cat.png", which is not there.'],
  ['a style that was not computed', '<p style="color: function (new) {}">a</p>', '/ has code where the style of <p> should have a value.'],
  ['a text that nothing was put into', '<p>At α = {alpha} and <code>{beta}</code></p>', '/ says "{alpha}", where something else was to be put in.'],
  ['a picture without words', '<img src="/a%20picture.svg">', '/ shows /a%20picture.svg without alt="…".'],
  ['an id twice', '<p id="a"></p><b id=a></b>', '/ has the id "a" twice.'],
  ['a second heading of the first level', '<h1>Again</h1>', '/ has 2 headings of the first level; a page has one.'],
  ['a level of headings that is left out', '<h2>Two</h2><h4>Four</h4>', '/ has a heading of level 4 without one of level 3 above it.'],
])('%s', (_, html, said) => {
  expect(saidOf(html)).toEqual([said]);
});

test('links to pages, places, files and other hosts, pictures with words and headings of figures pass', () => {
  const right =
    '<a href="/about/#data">a</a> <a href="/data/digits.csv">b</a> <a href="https://example.org/x">c</a> <a href="#top">d</a><p id="top"></p> <img src="/a%20picture.svg" alt="">' +
    '<script>const text = "<a href=\'/no/\'>";</script><!-- <img src="/no.png"> --><figure><h3>Of the figure</h3></figure><h2>Two</h2><h3>Three</h3>';
  expect(saidOf(right)).toEqual([]);
});

test('below a path, what is not below it is told', () => {
  expect(saidOf('<a href="/mixup/about/#data">a</a><a href="/about/">b</a>', '/mixup/')).toEqual(['/ leads to "/about/", which is not below /mixup/.']);
});
