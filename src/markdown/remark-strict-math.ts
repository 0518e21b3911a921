import katex from 'katex';
import type { Heading, Nodes, Root } from 'mdast';
import type {} from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { messageOf } from '../core/error-message.ts';
import { katexSettings } from './katex-settings.ts';
import { mathFonts } from './math-fonts.ts';
import { noteMistake } from './note-mistake.ts';

/**
 * Fails the build, with file, line and column, on TeX that KaTeX does not accept and on maths in a heading: rehype-katex would
 * print the source in red, and a heading's anchor and entry in the contents list would be unreadable. Puts the typefaces that the formulas need into the front matter.
 */
export function remarkStrictMath() {
  return (tree: Root, file: VFile) => {
    let html = '';
    visit(tree, (node: Nodes) => {
      if (node.type === 'heading') refuseMath(node, file);
      if (node.type !== 'math' && node.type !== 'inlineMath') return;
      try {
        html += katex.renderToString(node.value, {
          displayMode: node.type === 'math',
          throwOnError: true,
          ...katexSettings,
          output: 'html',
        });
      } catch (error) {
        const remedy = 'Correct the formula; https://katex.org/docs/supported.html lists what is known.';
        noteMistake(file, `Bad TeX: ${messageOf(error)}. ${remedy}`, node);
      }
    });
    ((file.data.astro ??= {}).frontmatter ??= {}).mathFonts = mathFonts(html);
  };
}

function refuseMath(heading: Heading, file: VFile): void {
  visit(heading, 'inlineMath', (node) => {
    noteMistake(
      file,
      `Maths in a heading: "$${node.value}$". Say it in words, and put the formula below the heading.`,
      node,
    );
  });
}
