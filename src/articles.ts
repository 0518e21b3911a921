import { getCollection, render, type CollectionEntry } from 'astro:content';
import { english, languages } from './languages.ts';
import { articleAddress, translationOf } from './markdown/article-id.ts';
import { pageWords } from './words/page-words.ts';

export type Article = CollectionEntry<'articles'>;

const part = <Id extends keyof typeof pageWords & CollectionEntry<'articles'>['data']['part']>(id: Id) => ({
  id,
  get title() {
    return pageWords[id];
  },
  get lead() {
    return pageWords[`${id}Lead`];
  },
});

/** The parts of the blog, in reading order, in the language of the page that asks. */
export const parts = [part('ideas'), part('experiments'), part('conclusions')] as const;

/**
 * Every article in reading order: part by part, and within a part by `order`.
 *
 * @param language in which they are, where they are translated; the others are in English
 */
export async function articlesInOrder(language = english.code): Promise<Article[]> {
  const articles = await getCollection('articles');
  const partOf = ({ data }: Article): number => parts.findIndex(({ id }) => id === data.part);
  return articles
    .filter(({ id }) => !translationOf(id))
    .sort((a, b) => partOf(a) - partOf(b) || a.data.order - b.data.order)
    .map((original) => articles.find(({ id }) => id === `${language}/${original.id}`) ?? original);
}

/** What the address of an article ends in, in whichever language: the id of its original. */
export const slugOf = ({ id }: Article): string => translationOf(id)?.original ?? id;

/** An article in every language that it is in, English first. */
export async function editionsOf(article: Article): Promise<Article[]> {
  const original = slugOf(article);
  const articles = await getCollection('articles');
  return articles
    .filter((one) => slugOf(one) === original)
    .sort((a, b) => languageOf(a).localeCompare(languageOf(b), 'en'))
    .sort((a, b) => Number(b.id === original) - Number(a.id === original));
}

/** Codes of the languages that any article is in, English first. */
export async function languagesOfArticles(): Promise<string[]> {
  const articles = await getCollection('articles');
  const known = new Set(articles.map(languageOf));
  return languages.flatMap(({ code }) => (known.has(code) ? [code] : []));
}

/** Root-relative path of the list of articles in a language. */
export const listPath = (language: string): string =>
  language === english.code ? '/articles/' : `/${language}/articles/`;

/** Code of the language that an article is in. */
export const languageOf = ({ id }: Article): string => translationOf(id)?.language ?? english.code;

/** Minutes that an article takes to read, as estimated from its text. */
export async function minutesOf(article: Article): Promise<number> {
  const { remarkPluginFrontmatter } = await render(article);
  return remarkPluginFrontmatter.minutes as number;
}

/** Root-relative path of an article. */
export const articlePath = ({ id }: Article): string => articleAddress(id);
