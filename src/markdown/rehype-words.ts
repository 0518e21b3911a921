import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { WordsOfFile } from './words-of-file.ts';

/** What stands above the notes, and what the arrows behind them say, in English; the processor knows no other language. */
export const notesInEnglish = { label: 'Notes', back: 'Back to the text' } as const;

/** Says in the article's language what the processor writes in English. */
export function rehypeWords({ wordsOf }: { wordsOf: (file: VFile) => WordsOfFile }) {
  return (tree: Root, file: VFile) => {
    const { language, pages } = wordsOf(file);
    if (language === undefined) return;
    visit(tree, 'element', ({ properties, children }: Element) => {
      if (properties.id === 'footnote-label') children.splice(0, Infinity, { type: 'text', value: pages.notes });
      const { ariaLabel } = properties;
      if ('dataFootnoteBackref' in properties && typeof ariaLabel === 'string')
        properties.ariaLabel = ariaLabel.replace(notesInEnglish.back, pages.backToText);
    });
  };
}
