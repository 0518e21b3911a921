import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { articleId, translationOf } from '../markdown/article-id.ts';
import { articleFiles, type ArticleFile } from './article-files.ts';
import { written as day } from './dates.ts';
import { inOrder, written } from './mistake.ts';

/**
 * Loads articles. A build refuses those whose front matter has a mistake, with every mistake on a line of its own, and leaves out
 * those that are not published yet. `astro dev` shows what is not published, and has
 * something to stand in for what can't be read.
 */
export function articleLoader(): Loader {
  return {
    name: 'articles',
    load: async (context) => {
      const read = () => articleFiles(fileURLToPath(context.config.root), new Date());
      const { articles, mistakes } = read();
      const isBuilt = context.watcher === undefined;
      if (isBuilt && mistakes.length > 0) throw new Error(inOrder(mistakes).map(written).join('\n'));
      const left = articles.filter(({ heldBack }) => isBuilt && heldBack);
      const files = glob({
        base: './content/articles',
        pattern: ['**/[^_]*.mdx', ...left.map(({ name }) => `!${name}`)],
        generateId: ({ entry }) => articleId(entry),
      });
      // What is known of a translation changes with its original, too.
      for (const id of context.store.keys()) if (translationOf(id)) context.store.delete(id);
      await files.load({
        ...context,
        // Astro's own reading makes other days of some dates.
        parseData: (entry) => {
          if (!entry.filePath) return context.parseData(entry);
          const now = isBuilt ? articles : read().articles;
          const found = now.find(({ id }) => id === entry.id);
          return context.parseData({ ...entry, data: (told(found) ?? standIn(entry.id)) as typeof entry.data });
        },
      });
    },
  };
}

/** What pages are told of an article, with its days as they are written; nothing where its front matter has a mistake. */
function told(article: ArticleFile | undefined): Record<string, unknown> | undefined {
  if (!article?.fields) return undefined;
  const { fields, translation } = article;
  return {
    ...fields,
    published: day(fields.published),
    ...(fields.updated && { updated: fields.updated.map(({ date, note }) => ({ date: day(date), note })) }),
    ...(translation && { isOlder: translation.newer !== undefined }),
  };
}

/** What stands in the lists for an article whose front matter has a mistake, until that is mended. */
const standIn = (id: string): Record<string, unknown> => ({
  title: `The article ${id}`.slice(0, 80),
  description: 'Its front matter has a mistake, which the page of the article shows.',
  summary: 'Its front matter has a mistake.',
  part: 'conclusions',
  picture: 'mix-digits',
  order: Number.MAX_SAFE_INTEGER,
  published: '2000-01-01',
});
