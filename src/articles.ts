import { getCollection, render, type CollectionEntry } from 'astro:content';

export type Article = CollectionEntry<'articles'>;

/** The parts of the blog, in reading order. */
export const parts = [
  { id: 'ideas', title: 'The ideas', lead: 'What mixup is, and everything needed to understand it.' },
  {
    id: 'experiments',
    title: 'The experiments',
    lead: 'What the paper measured, and the same measured again in front of you.',
  },
  { id: 'conclusions', title: 'The conclusions', lead: 'When it helps, when it hurts, and what came after.' },
] as const;

/** Every article in reading order: part by part, and within a part by `order`. */
export async function articlesInOrder(): Promise<Article[]> {
  const articles = await getCollection('articles');
  const partOf = ({ data }: Article): number => parts.findIndex(({ id }) => id === data.part);
  return articles.sort((a, b) => partOf(a) - partOf(b) || a.data.order - b.data.order);
}

/** Minutes that an article takes to read, as estimated from its text. */
export async function minutesOf(article: Article): Promise<number> {
  const { remarkPluginFrontmatter } = await render(article);
  return remarkPluginFrontmatter.minutes as number;
}

/** Root-relative path of an article. */
export const articlePath = ({ id }: Article): string => `/articles/${id}/`;
