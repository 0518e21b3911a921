import { getCollection } from 'astro:content';
import { listPath } from '../articles.ts';
import { english } from '../languages.ts';
import { pageWords } from '../words/page-words.ts';

/**
 * The pages of the menu, as they exist: the glossary is left out while it has no terms.
 *
 * @param language of the page that shows it; only the list of articles is in every language
 */
export async function menu(language: string): Promise<{ path: string; label: string; isForeign: boolean }[]> {
  const terms = await getCollection('glossary');
  const isForeign = language !== english.code;
  return [
    { path: listPath(language), label: pageWords.articles, isForeign: false },
    { path: '/results/', label: pageWords.results, isForeign },
    ...(terms.length > 0 ? [{ path: '/glossary/', label: pageWords.glossary, isForeign }] : []),
    { path: '/about/', label: pageWords.about, isForeign },
  ];
}
