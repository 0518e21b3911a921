import MiniSearch from 'minisearch';
import { editDistance } from '../core/edit-distance.ts';
import type { Passage, SearchedPage } from './passage.ts';
import { lookedUp, wordsIn } from './search-words.ts';

/** A passage that says what was sought. */
export interface Found {
  readonly passage: Passage;
  readonly page: SearchedPage;
  /** The words in it that match, as they are looked up. */
  readonly words: ReadonlySet<string>;
}

/** What came of a search. */
export interface Search {
  readonly found: readonly Found[];
  /** Whether nothing says just these words, and what was found is near them in spelling. */
  readonly isNear: boolean;
}

interface Entry {
  readonly id: number;
  readonly title: string;
  readonly of: string;
  readonly text: string;
}

/** How much a match counts by what it is: who types a term wants its definition, then the article about it. */
const weights = { term: 2.5, page: 1.5, section: 1, figure: 0.8 } as const;
const fields = ['title', 'of', 'text'];
const boost = { title: 4, of: 1.5, text: 1 };

/**
 * The pages that readers of a language are led to: those in their language, and of the others the originals that are not translated.
 *
 * @param original the language that pages are written in first; translations lie below the name of theirs
 */
export function pagesIn(language: string, original: string, pages: readonly SearchedPage[]): SearchedPage[] {
  const paths = new Set(pages.map(({ path }) => path));
  return pages.filter(
    (page) => page.language === language || (page.language === original && !paths.has(`${language}/${page.path}`)),
  );
}

/** Finds passages by their words. */
export class SearchIndex {
  readonly #places: readonly { readonly passage: Passage; readonly page: SearchedPage }[];
  readonly #index = new MiniSearch<Entry>({ fields, tokenize: wordsIn, processTerm: lookedUp });

  private constructor(pages: readonly SearchedPage[]) {
    this.#places = pages.flatMap((page) => page.passages.map((passage) => ({ passage, page })));
  }

  /** Makes the index bit by bit, so that a page stays at hand meanwhile. */
  static async of(pages: readonly SearchedPage[]): Promise<SearchIndex> {
    const made = new SearchIndex(pages);
    const entries = made.#places.map(({ passage: { title, text }, page }, id) => ({ id, title, of: page.title, text }));
    await made.#index.addAllAsync(entries, { chunkSize: 8 });
    return made;
  }

  /**
   * Passages that say every word of a query, the last of which may only have begun; if there are none, those whose words are nearest
   * in spelling.
   *
   * @param most how many at most
   */
  search(query: string, most: number): Search {
    const exact = this.#find(query, { combineWith: 'AND', prefix: (_, k, words) => k === words.length - 1 });
    const isNear = exact.length === 0;
    const found = isNear ? this.#findNear(query) : exact;
    return { isNear, found: found.slice(0, most) };
  }

  /** The pages themselves, in reading order, for who has typed nothing yet. */
  pages(most: number): Found[] {
    const starts = this.#places.filter(({ passage }) => passage.kind === 'page').slice(0, most);
    return starts.map((place) => ({ ...place, words: new Set() }));
  }

  /** What has words near those of the query, the nearest first. */
  #findNear(query: string): Found[] {
    const asked = wordsIn(query).map(lookedUp);
    const distance = ({ words }: Found): number =>
      asked.reduce((sum, word) => sum + Math.min(...Array.from(words, (near) => editDistance(word, near))), 0);
    return this.#find(query, { combineWith: 'OR', prefix: true, fuzzy: 0.3, maxFuzzy: 3 })
      .map((found) => ({ found, distance: distance(found) }))
      .sort((a, b) => a.distance - b.distance)
      .map(({ found }) => found);
  }

  #find(query: string, how: NonNullable<Parameters<MiniSearch<Entry>['search']>[1]>): Found[] {
    const boostDocument = (id: number): number => weights[this.#places[id]?.passage.kind ?? 'section'];
    return this.#index.search(query, { boost, ...how, boostDocument }).flatMap(({ id, terms }) => {
      const place = this.#places[id as number];
      return place ? [{ ...place, words: new Set(terms) }] : [];
    });
  }
}
