import type { Nodes, Root } from 'hast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { figureNames } from './figure-names.ts';
import { attribute } from './jsx.ts';
import { nearKeys } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';
import type { SiteLink } from './remark-links.ts';

/** Ids of the page around an article. */
const ofPage = ['content', 'article-changes', 'cite-this', 'references'];

/**
 * Notes ids that are there twice, such as a heading called like a figure, and links to places that the article does not have; puts
 * the ids there are into the front matter. Needs `rehypeHeadingIds` before it.
 */
export function rehypeAnchors() {
  return (tree: Root, file: VFile) => {
    const rooms = figureNames();
    const anchors = new Set<string>(ofPage);
    visit(tree, (node: Nodes) => {
      const id = idOf(node, rooms);
      if (id === undefined) return;
      if (anchors.has(id) && !id.startsWith('user-content-')) {
        const remedy = /^h\d$/.test('tagName' in node ? node.tagName : '')
          ? 'Word the heading otherwise.'
          : 'Give it another id="…".';
        noteMistake(file, `The id "${id}" is there already, on something else of this page. ${remedy}`, node);
      }
      anchors.add(id);
    });
    const frontmatter = ((file.data.astro ??= {}).frontmatter ??= {});
    frontmatter['anchors'] = [...anchors];
    for (const { path, fragment, line } of (frontmatter['links'] as SiteLink[] | undefined) ?? []) {
      if (path !== '' || fragment === '' || anchors.has(fragment)) continue;
      const near = nearKeys(fragment, [...anchors]).join(', ');
      const place = { start: { line, column: 1 }, end: { line, column: 1 } };
      noteMistake(
        file,
        `Nothing here is called "#${fragment}". Near it: ${near}. Name a heading or a figure of this article.`,
        place,
      );
    }
  };
}

/** The id that an element or a component will have in the page. */
function idOf(node: Nodes, rooms: Readonly<Record<string, string>>): string | undefined {
  if (node.type === 'element') return typeof node.properties.id === 'string' ? node.properties.id : undefined;
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  if (node.name === 'Term') return attribute(node, 'anchor');
  if (node.name === 'Guess') return `guess-${attribute(node, 'of') ?? ''}`;
  const isFigure = node.name === 'Figure' || Object.hasOwn(rooms, node.name ?? '');
  if (node.name === 'PaperTable' || node.name === 'Equation' || isFigure) return attribute(node, 'id');
  return /^[a-z]/.test(node.name ?? '') ? attribute(node, 'id') : undefined;
}
