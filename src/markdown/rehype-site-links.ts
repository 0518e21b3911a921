import type { Element, Nodes, Root } from 'hast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { nearKeys } from './near-keys.ts';

/**
 * Puts root-relative links (`/articles/x/`) below the base path, and fails the build, with file, line and column, on a link to a
 * page that does not exist.
 *
 * @param options.base begins and ends with a slash
 * @param options.pages every path of the site that may be linked to, such as `/about/` and `/data/digits.csv`
 */
export function rehypeSiteLinks({ base, pages }: { base: string; pages: () => string[] }) {
  return (tree: Root, file: VFile) => {
    const known = pages();
    visit(tree, 'element', (node: Element) => {
      const target = node.properties.href;
      if (node.tagName !== 'a' || typeof target !== 'string' || !target.startsWith('/')) return;
      node.properties.href = checked(target, node);
    });
    visit(tree, (node: Nodes) => {
      if ((node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') || node.name !== 'a') return;
      for (const entry of node.attributes) {
        if (entry.type !== 'mdxJsxAttribute' || entry.name !== 'href' || typeof entry.value !== 'string') continue;
        if (entry.value.startsWith('/')) entry.value = checked(entry.value, node);
      }
    });

    function checked(target: string, node: Nodes): string {
      const path = target.replace(/[?#].*$/, '');
      if (!known.includes(path)) {
        file.fail(
          `Link to a missing page: "${target}". Pages near it: ${nearKeys(path, known).join(', ')}. Write the whole path, with both slashes.`,
          node,
        );
      }
      return base + target.slice(1);
    }
  };
}
