import { afterEach, describe, expect, test } from 'vitest';
import { render } from 'svelte/server';
import german from '../../../content/languages/de.json' with { type: 'json' };
import { originalOf } from '../../../src/build/publish/cards/figure-drawings.ts';
import { saidInLanguage } from '../../../src/components/guesses/guess-words.ts';
import { formatNumber } from '../../../src/figures/chart/linear-scale.ts';
import LabelBar from '../../../src/figures/label/LabelBar.svelte';
import { articleAddress, translationOf } from '../../../src/markdown/article-id.ts';
import { localNumber, percent, ungrouped, withUnit } from '../../../src/words/number-words.ts';
import { fill, speakFrom, words } from '../../../src/words/words.ts';

const inGerman = (): void => speakFrom(() => german.words);
afterEach(() => speakFrom(() => ({})));

describe('words', () => {
  const said = words('a part', { yes: 'Yes', no: 'No {n}' });

  test('are English until a page has others, and where it has none', () => {
    expect([said.yes, said.no]).toEqual(['Yes', 'No {n}']);
    speakFrom(() => ({ 'a part': { yes: 'Ja' }, 'another part': { no: 'Nein' } }));
    expect([said.yes, said.no]).toEqual(['Ja', 'No {n}']);
  });

  test('have what is put in, and keep gaps that nothing fills', () => {
    expect(fill('{n} of {all}, {n}, {else}', { n: 3, all: 'twelve' })).toBe('3 of twelve, 3, {else}');
  });
});

describe('numbers', () => {
  const written = (): string[] => [
    localNumber('-0.25'),
    localNumber('1234.5'),
    formatNumber(12345, 0),
    percent(60),
    withUnit('12', '%'),
    ungrouped(1500.5),
  ];

  test('have points, and commas between thousands, in English', () => {
    expect(written()).toEqual(['−0.25', '1,234.5', '12,345', '60 %', '12\u00A0%', '1500.5']);
  });

  test('have commas in German, and narrow spaces between thousands from five digits on and before the sign of percent', () => {
    inGerman();
    expect(written()).toEqual(['−0,25', '1234,5', '12\u202F345', '60\u202F%', '12\u202F%', '1500,5']);
  });
});

test('a figure says on a German page what it says on an English one', () => {
  const bar = (): string =>
    render(LabelBar, {
      props: {
        weights: [
          { name: 'Katze', value: 0.6 },
          { name: 'Hund', value: 0.4 },
        ],
      },
    }).body;
  inGerman();
  expect(bar()).toContain('aria-label="Label: 60\u202F% Katze, 40\u202F% Hund"');
});

test('a guess puts its numbers into the words of each language', () => {
  const guess = {
    id: 'some',
    question: 'How many at {alpha}?',
    numbers: { alpha: 0.2, n: 2 },
    ours: '{n} of them.',
    asks: { kind: 'number', from: 0, to: 9, step: 1, start: 4, decimals: 0, unit: '', ends: ['none', 'all'], came: 2 },
  } as const;
  expect(saidInLanguage(guess)).toMatchObject({
    question: 'How many at 0.2?',
    ours: '2 of them.',
    asks: { ends: ['none', 'all'], came: 2 },
  });
  speakFrom(() => ({
    numbers: { decimal: ',' },
    'guess some': { question: 'Wie viele bei {alpha}?', least: 'keine' },
  }));
  expect(saidInLanguage(guess)).toMatchObject({
    question: 'Wie viele bei 0,2?',
    ours: '2 of them.',
    asks: { ends: ['keine', 'all'] },
  });
});

test('the folder of a language leads an address, and no other folder does', () => {
  expect(articleAddress('gans')).toBe('/articles/gans/');
  expect(articleAddress('de/gans')).toBe('/de/articles/gans/');
  expect(translationOf('de/gans')).toEqual({ language: 'de', original: 'gans' });
  expect(translationOf('more/gans')).toBeUndefined();
  expect(['de/articles/gans/', 'articles/gans/', 'about/'].map(originalOf)).toEqual([
    'articles/gans/',
    'articles/gans/',
    'about/',
  ]);
});
