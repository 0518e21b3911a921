import type { Element, Nodes, Root } from 'hast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

/** Which attributes of an element lead to a page or file of the site. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  track: ['src'],
};

/**
 * Puts root-relative links and pictures (`/articles/x/`) below the base path.
 *
 * @param options.base begins and ends with a slash
 */
export function rehypeSiteLinks({ base }: { base: string }) {
  const below = (target: string): string => base + target.slice(1);
  const isOfSite = (target: unknown): target is string => typeof target === 'string' && /^\/(?!\/)/.test(target);
  return (tree: Root) => {
    visit(tree, (node: Nodes) => {
      if (node.type === 'element') moveElement(node);
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
