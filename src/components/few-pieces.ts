import type { Element, ElementContent } from 'hast';
import type { ShikiConfig } from '@astrojs/markdown-remark';

/** Highlights code in as few pieces as it has colors: the highlighter makes one of every sign, and one of every line. */
export const fewPieces: NonNullable<ShikiConfig['transformers']>[number] = {
  name: 'few-pieces',
  preprocess(_code, options) {
    options.mergeSameStyleTokens = true;
  },
  code(code) {
    const plain = colorsOf(this.pre);
    const lines = code.children.flatMap((child) => (isElement(child) ? child.children : child));
    code.children = lines.flatMap((piece) =>
      isElement(piece) && (colorsOf(piece) === plain || isPlain(piece)) ? piece.children : piece,
    );
  },
};

const isElement = (node: ElementContent): node is Element => node.type === 'element';

/** The light theme's color of numbers and other constants. */
const constants = '--shiki-light:#023b95';

/** Whether a piece is told from others without a color: operators and constants. */
const isPlain = (piece: Element): boolean =>
  colorsOf(piece).startsWith(constants) ||
  piece.children.every((text) => text.type === 'text' && /^[\s=+\-*/<>|&?:!]+$/.test(text.value));

/** What a piece, or all of the code, is colored in unless a piece says otherwise. */
function colorsOf({ properties: { style } }: Element): string {
  return (
    /--shiki-light:[^;]*;--shiki-dark:[^;]*/i.exec(typeof style === 'string' ? style : '')?.[0].toLowerCase() ?? ''
  );
}
