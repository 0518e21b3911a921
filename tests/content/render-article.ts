import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { articleProcessor } from '../../src/markdown/article-processor.ts';

export const root = join(import.meta.dirname, '../..');

/** What the build adds to the front matter of an article. */
interface Injected {
  words: number;
  minutes: number;
  references: { key: string; number: number; anchors: string[] }[];
}

/**
 * Renders the text of an article, without its front matter, as the build does.
 *
 * @param base the path the site is published below
 * @param given front matter that rules look at
 * @param file where it lies; files that it names lie beside it
 * @returns the compiled page and what was added to the front matter
 */
export async function renderArticle(
  text: string,
  base = '/',
  given: { part?: string } = {},
  file = join(root, 'content/articles/under-test.mdx'),
): Promise<{ code: string; injected: Injected }> {
  const processor = articleProcessor(root, base);
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false, srcDir: pathToFileURL(`${root}/src/`), sourcemap: false },
  );
  if (!renderer) throw new Error('articleProcessor: expected one that renders MDX.');
  const frontmatter: Record<string, unknown> = { ...given };
  const { code } = await renderer.process(text, file, frontmatter);
  return { code, injected: frontmatter as unknown as Injected };
}
