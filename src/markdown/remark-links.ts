import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
 * Notes, with file, line and column, links that lead nowhere and pictures that are not there: pages the site does not have, paths
 * that are not whole, addresses that are no page, pictures of other hosts, and pictures without words. Puts the links to this site into
 * the front matter.
 *
 * @param options.pages every path of the site that may be linked to, such as `/about/` and `/data/digits.csv`
 * @param options.root the folder of the project
 */
export function remarkLinks({ pages, root }: { pages: () => string[]; root: string }) {
  return (tree: Root, file: VFile) => {
    const known = pages();
    const links: SiteLink[] = [];
    ((file.data.astro ??= {}).frontmatter ??= {})['links'] = links;
    visit(tree, (node: Nodes) => {
      if (node.type === 'link' || node.type === 'definition') lookAtLink(node.url, node);
      if (node.type === 'image') lookAtPicture(node.url, node.alt ?? '', node);
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (node.name === 'a') lookAtLink(attribute(node, 'href') ?? '', node);
      if (node.name === 'img') lookAtPicture(attribute(node, 'src') ?? '', attribute(node, 'alt') ?? '', node);
      if (node.name === 'video' || node.name === 'source') lookAtFile(attribute(node, 'src') ?? '', node);
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

    function lookAtPicture(target: string, alt: string, node: Nodes): void {
      if (!/\S+\s+\S+/.test(alt))
        noteMistake(
          file,
          `The picture ${target} has no words for who does not see it. Write what it shows: ![A cat beside a dog](${target})`,
          node,
        );
      else lookAtFile(target, node);
    }

    function lookAtFile(target: string, node: Nodes): void {
      if (/^(\w+:)?\/\//.test(target)) {
        const remedy = 'Save it beside the article and write ./its-name.png.';
        noteMistake(file, `"${target}" is on another host, from which the pages load nothing. ${remedy}`, node);
        return;
      }
      const path = decodeURI(target);
      const place = path.startsWith('/') ? join(root, 'public', path) : join(dirname(file.path), path);
      if (existsSync(place)) return;
      const where = path.startsWith('/') ? 'in public/' : 'beside the article';
      noteMistake(file, `There is no file "${target}" ${where}. Put it there, or correct its name.`, node);
    }
  };
}
