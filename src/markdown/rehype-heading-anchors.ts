import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fill } from '../words/words.ts';
import type { WordsOfFile } from './words-of-file.ts';

/**
 * Ends each section heading with a link to itself. The sign that readers see comes from the style sheet: text here would end up in
 * the contents list. Needs `rehypeHeadingIds` before it.
 */
export function rehypeHeadingAnchors({ wordsOf }: { wordsOf: (file: VFile) => WordsOfFile }) {
  return (tree: Root, file: VFile) => {
    const { pages } = wordsOf(file);
    visit(tree, 'element', (node: Element) => {
      const { id } = node.properties;
      if (!/^h[2-4]$/.test(node.tagName) || typeof id !== 'string' || id === 'footnote-label') return;
      node.children.push({
        type: 'element',
        tagName: 'a',
        properties: {
          href: `#${id}`,
          className: ['heading-anchor'],
          ariaLabel: fill(pages.linkToSection, { heading: toString(node) }),
        },
        children: [],
      });
    });
  };
}
