import type { Element, Nodes, Root } from 'hast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { WordsOfFile } from './words-of-file.ts';

/** Which attributes of an element lead to a page or file of the site. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  track: ['src'],
};

/**
 * Puts root-relative links and pictures (`/articles/x/`) below the base path, and says of links of a translation to pages that are in
 * English that they are.
 *
 * @param options.base begins and ends with a slash
 */
export function rehypeSiteLinks({ base, wordsOf }: { base: string; wordsOf: (file: VFile) => WordsOfFile }) {
  const below = (target: string): string => base + target.slice(1);
  const isOfSite = (target: unknown): target is string => typeof target === 'string' && /^\/(?!\/)/.test(target);
  return (tree: Root, file: VFile) => {
    const { language } = wordsOf(file);
    visit(tree, (node: Nodes) => {
      if (node.type === 'element') {
        const { href } = node.properties;
        if (language !== undefined && isOfSite(href) && !href.startsWith(`/${language}/`) && /\/(#.*)?$/.test(href))
          node.properties.hrefLang = 'en';
        moveElement(node);
      }
      if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return;
      for (const entry of node.attributes) {
        if (entry.type !== 'mdxJsxAttribute' || !addresses[node.name ?? '']?.includes(entry.name)) continue;
        if (isOfSite(entry.value)) entry.value = below(entry.value);
      }
    });
  };

  function moveElement({ tagName, properties }: Element): void {
    for (const name of addresses[tagName] ?? []) {
      const target = properties[name];
      if (isOfSite(target)) properties[name] = below(target);
    }
  }
}
