import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceOf } from '../../src/data/data-card.ts';
import { dataCard, dataCards } from '../../src/data/data-cards.ts';

const license = readFileSync('LICENSE-TEXT.md', 'utf8');

test('every file of data that the site ships has a card, and every card a file', () => {
  expect(dataCards.map(({ file }) => file).sort()).toEqual(
    readdirSync('public/data')
      .map((name) => `/data/${name}`)
      .sort(),
  );
});

test.each(dataCards.map((card) => [card.name, card] as const))('the license page credits %s as its card does', (_, card) => {
  const rows = license.split('\n').filter((line) => line.startsWith(`| \`${card.file.replace('/data/', '')}\` |`));
  expect(rows).toHaveLength(1);
  const creators = card.creators.replace(' and ', ', ');
  for (const fact of [card.name, `, ${card.year} |`, `| ${creators} |`, `(${sourceOf(card)})`])
    expect(rows[0]).toContain(fact);
  expect(license).toContain(card.publisher);
  expect(license).toContain(card.license.name);
  expect(license).toContain(card.license.address);
});

test('the license page credits no data without a card', () => {
  const files = [...license.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file]) => `/data/${file ?? ''}`);
  expect(files.sort()).toEqual(dataCards.map(({ file }) => file).sort());
});

test('a data set that there is not is refused with a list of those there are', () => {
  expect(dataCard('iris').creators).toBe('R. A. Fisher');
  expect(() => dataCard('irises')).toThrow('"irises"');
  const rooms = readdirSync('src/data', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of rooms) expect(() => dataCard('irises')).toThrow(name);
});

test('where a license is share-alike, the license page says what else carries it', () => {
  const alike = dataCards.filter((card) => card.license.shareAlike);
  expect(alike.map(({ called }) => called).sort()).toEqual(['MNIST', 'Spoken digits']);
  expect(license).toContain('Whatever is made of its pictures is under the same license');
  expect(license).toContain('`content/results/between-pictures.json`');
  expect(license).toContain('every mixture of them that the site draws or plays');
});
