import type { SearchedPage } from '../../search/passage.ts';
import { pagesIn, SearchIndex } from '../../search/search-index.ts';
import { site } from '../../site.ts';

let loading: Promise<SearchIndex> | undefined;

/**
 * The index of the site, fetched and made once for a page; after a download that failed, the next to ask tries again.
 *
 * @throws when it cannot be had
 */
export function loadIndex(): Promise<SearchIndex> {
  loading ??= fetchIndex().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchIndex(): Promise<SearchIndex> {
  const response = await fetch(`${import.meta.env.BASE_URL}search/passages.json`);
  if (!response.ok) throw new Error(`The index of the search could not be fetched: status ${response.status}.`);
  const pages = (await response.json()) as SearchedPage[];
  return SearchIndex.of(pagesIn(document.documentElement.lang, site.language, pages));
}
