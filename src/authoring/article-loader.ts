import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { articleId } from '../markdown/article-id.ts';
import { articleFields } from './article-fields.ts';
import { articleFiles } from './article-files.ts';
import { frontMatter } from './front-matter.ts';
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
      const { articles, mistakes } = articleFiles(fileURLToPath(context.config.root), new Date());
      const isBuilt = context.watcher === undefined;
      if (isBuilt && mistakes.length > 0) throw new Error(inOrder(mistakes).map(written).join('\n'));
      const left = articles.filter(({ heldBack }) => isBuilt && heldBack);
      const files = glob({
        base: './content/articles',
        pattern: ['**/[^_]*.mdx', ...left.map(({ name }) => `!${name}`)],
        generateId: ({ entry }) => articleId(entry),
      });
      await files.load({
        ...context,
        // Astro's own reading makes other days of some dates.
        parseData: (entry) => {
          if (!entry.filePath) return context.parseData(entry);
          const { values, raw } = frontMatter(readFileSync(entry.filePath, 'utf8'), articleFields);
          return context.parseData({ ...entry, data: (values ? raw : standIn(entry.id)) as typeof entry.data });
        },
      });
    },
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
