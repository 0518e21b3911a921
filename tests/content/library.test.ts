import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import works from '../../content/bibliography/references.json' with { type: 'json' };
import terms from '../../content/glossary/terms.json' with { type: 'json' };
import { expectSome } from '../expect-some.ts';
import { articleSources } from './prose.ts';
import { root } from './render-article.ts';

describe('the bibliography', () => {
  test('has each key once', () => {
    const keys = expectSome(works, 'works').map(({ id }) => id);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('writes people as "Family, Given"', () => {
    const people = works.flatMap(({ authors }) => authors).filter((name) => name.includes(','));
    expect(expectSome(people, 'people').filter((name) => name.split(', ').length !== 2)).toEqual([]);
  });
});

describe('the glossary', () => {
  test('has each id once', () => {
    const ids = expectSome(terms, 'terms').map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('names only articles that exist', () => {
    const named = terms.flatMap((term) => ('article' in term && term.article ? [term.article] : []));
    expect(expectSome(named, 'articles').filter((slug) => !existsSync(join(root, `content/articles/${slug}.mdx`)))).toEqual([]);
  });

  test('says of every term that an article marks where it is explained, and of no other', () => {
    const marks = articleSources().flatMap(({ slug, body }) =>
      Array.from(body.matchAll(/<Term id="([^"]+)"/g), ([, id]) => `${id} in ${slug}`),
    );
    const named = terms.flatMap((term) => ('article' in term && term.article ? [`${term.id} in ${term.article}`] : []));
    expect(expectSome(named, 'places').filter((place) => !marks.includes(place))).toEqual([]);
    const explained = named.map((place) => place.split(' ')[0]);
    expect(expectSome(marks, 'marks').filter((place) => !explained.includes(place.split(' ')[0]))).toEqual([]);
  });
});
