import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { articleFields } from './article-fields.ts';
import { articleFiles, articleId } from './article-files.ts';
import { frontMatter } from './front-matter.ts';
import { inOrder, written } from './mistake.ts';

/**
 * Loads articles. A build refuses those whose front matter has a mistake, with every mistake on a line of its own, and leaves out
 * those that are not published yet, with a sentence. `astro dev` shows what is not published, and goes on without what cannot be read.
 */
export function articleLoader(): Loader {
  return {
    name: 'articles',
    load: async (context) => {
      const { articles, mistakes } = articleFiles(fileURLToPath(context.config.root), new Date());
      const isBuilt = context.watcher === undefined;
      if (isBuilt && mistakes.length > 0) throw new Error(inOrder(mistakes).map(written).join('\n'));
      for (const { file, heldBack } of articles) if (isBuilt && heldBack) context.logger.warn(`${file} ${heldBack}`);
      const left = articles.filter(({ fields, heldBack }) => !fields || (isBuilt && heldBack));
      const files = glob({
        base: './content/articles',
        pattern: ['**/[^_]*.mdx', ...left.map(({ name }) => `!${name}`)],
        generateId: ({ entry }) => articleId(entry),
      });
      await files.load({
        ...context,
        // Astro's own reading makes other days of some dates.
        parseData: (entry) => {
          const raw = entry.filePath && frontMatter(readFileSync(entry.filePath, 'utf8'), articleFields).raw;
          return context.parseData({ ...entry, ...(raw && { data: raw as typeof entry.data }) });
        },
      });
    },
  };
}
