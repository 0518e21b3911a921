import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attribute } from './jsx.ts';
import { nearKeys } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';

/** A link to a page of this site, or to a place within one, which can be followed once all articles have been read. */
export interface SiteLink {
  /** Empty for the article itself. */
  readonly path: string;
  readonly fragment: string;
  readonly line: number;
}

/**
 * Notes, with file, line and column, links that lead nowhere: pages the site does not have, paths that are not whole, addresses that
 * are no page. Puts the links to this site into the front matter.
 *
 * @param options.pages every path of the site that may be linked to, such as `/about/` and `/data/digits.csv`
 */
export function remarkLinks({ pages }: { pages: () => string[] }) {
  return (tree: Root, file: VFile) => {
    const known = pages();
    const links: SiteLink[] = [];
    ((file.data.astro ??= {}).frontmatter ??= {})['links'] = links;
    const ofPictures = new Set<string>();
    visit(tree, 'imageReference', ({ identifier }) => {
      ofPictures.add(identifier);
    });
    visit(tree, (node: Nodes) => {
      if (node.type === 'link') lookAtLink(node.url, node);
      if (node.type === 'definition' && !ofPictures.has(node.identifier)) lookAtLink(node.url, node);
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (node.name === 'a') lookAtLink(attribute(node, 'href') ?? '', node);
    });

    function lookAtLink(target: string, node: Nodes): void {
      if (/^(https?:\/\/|mailto:)/.test(target)) return;
      const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(target) ?? [];
      const line = node.position?.start.line ?? 1;
      if (target.startsWith('#')) links.push({ path: '', fragment: fragment ?? '', line });
      else if (!target.startsWith('/') || target.startsWith('//')) {
        const remedy =
          'Write https://…, mailto:…, #a-heading, or the whole path of a page of this site, such as /glossary/.';
        noteMistake(file, `"${target}" is no address that a page can lead to. ${remedy}`, node);
      } else if (!known.includes(path)) {
        const near = nearKeys(path, known).join(', ');
        noteMistake(
          file,
          `Link to a missing page: "${target}". Pages near it: ${near}. Write the whole path, with both slashes.`,
          node,
        );
      } else links.push({ path, fragment: fragment ?? '', line });
    }
  };
}
