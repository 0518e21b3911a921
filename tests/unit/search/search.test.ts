import { beforeAll, describe, expect, test } from 'vitest';
import { excerpt } from '../../../src/search/excerpt.ts';
import type { SearchedPage } from '../../../src/search/passage.ts';
import { pagesIn, SearchIndex } from '../../../src/search/search-index.ts';
import { lookedUp, wordsIn } from '../../../src/search/search-words.ts';

const pages: SearchedPage[] = [
  {
    path: 'articles/noise/',
    title: 'Learning from wrong labels',
    language: 'en',
    passages: [
      {
        kind: 'page',
        anchor: '',
        title: 'Learning from wrong labels',
        text: 'What a network does with corrupted labels.',
      },
      { kind: 'section', anchor: 'wrong', title: 'Half of them are wrong', text: 'Each label is drawn anew with λ.' },
      { kind: 'figure', anchor: 'chart', title: 'ERM repeats them.', text: 'Choose a row. The café stays.' },
    ],
  },
  {
    path: 'glossary/',
    title: 'Glossary',
    language: 'en',
    passages: [
      { kind: 'term', anchor: 'label', title: 'Label', text: 'What a network should answer.' },
      { kind: 'term', anchor: 'lambda', title: 'Lambda (λ)', text: 'The weight of the first example.' },
      { kind: 'term', anchor: 'loss', title: 'Loss', text: 'How far an answer is from its classes.' },
    ],
  },
];

let index: SearchIndex;
beforeAll(async () => {
  index = await SearchIndex.of(pages);
});
const anchors = (query: string, most = 10): string[] =>
  index.search(query, most).found.map(({ passage }) => passage.anchor);

describe('a search', () => {
  test('leads with the definition of a term, and finds it in every number and spelling', () => {
    for (const query of ['label', 'labels', 'LABEL', 'labe']) expect(anchors(query)[0]).toBe('label');
    expect(anchors('class')).toEqual(['loss']);
    expect(anchors('cafe')).toEqual(['chart']);
  });

  test('knows Greek letters by their names', () => {
    expect(anchors('lambda')).toEqual(anchors('λ'));
    expect(anchors('lambda')).toContain('wrong');
  });

  test('finds only what says every word, in its title, its text or the title of its page', () => {
    expect(anchors('wrong drawn')).toEqual(['wrong']);
    expect(anchors('learning choose')).toEqual(['chart']);
  });

  test('shows what is nearest in spelling where nothing says the word, and tells so', () => {
    const { isNear, found } = index.search('corruptd labl', 10);
    expect(isNear).toBe(true);
    expect(found[0]?.passage.title).toBe('Learning from wrong labels');
    expect([...(found[0]?.words ?? [])]).toContain('corrupted');
    expect(index.search('label', 10).isNear).toBe(false);
    expect(index.search('zzzzzz', 10).found).toEqual([]);
  });

  test('returns no more than it is asked for', () => {
    expect(anchors('label', 2)).toHaveLength(2);
  });
});

test('readers of a translation find it in the place of its original, and others never', () => {
  const translated: SearchedPage[] = [
    ...pages,
    { path: 'de/articles/noise/', title: 'Lernen', language: 'de', passages: [] },
  ];
  const paths = (language: string): string[] => pagesIn(language, 'en', translated).map(({ path }) => path);
  expect(paths('en')).toEqual(['articles/noise/', 'glossary/']);
  expect(paths('de')).toEqual(['glossary/', 'de/articles/noise/']);
});

test('a word is looked up without its plural, but a loss stays a loss', () => {
  expect(['Labels', 'classes', 'losses', 'loss', 'bus', 'is', 'boxes', 'Beta'].map(lookedUp)).toEqual([
    'label',
    'class',
    'loss',
    'loss',
    'bus',
    'is',
    'box',
    'beta',
  ]);
  expect(wordsIn('Beta(α, α), 50 % of “soft labels”')).toEqual(['Beta', 'α', 'α', '50', 'of', 'soft', 'labels']);
});

describe('an excerpt', () => {
  const text = `${'Something else is said first, and at length. '.repeat(4)}Then a soft label is defined. ${'More follows. '.repeat(20)}`;
  const written = excerpt(text, new Set(['label']), 100);

  test('shows the word that was sought among its neighbors, between dots for what is left out', () => {
    expect(written.filter(({ isSought }) => isSought).map((piece) => piece.text)).toEqual(['label']);
    const all = written.map((piece) => piece.text).join('');
    expect(all).toMatch(/^…\w.*a soft label is defined\..*…$/);
    expect(all.length).toBeLessThan(110);
  });

  test('of a short text is the text', () => {
    expect(excerpt('A label.', new Set(), 100)).toEqual([{ text: 'A label.', isSought: false }]);
  });
});
