import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { WordsOfFile } from './words-of-file.ts';

const NO_BREAK_SPACE = '\u00a0';

/** Keeps a number and its percent sign on one line, and a symbol with the number it is said to be. */
export function remarkUnits({ wordsOf }: { wordsOf: (file: VFile) => WordsOfFile }) {
  return (tree: Root, file: VFile) => {
    const { numbers } = wordsOf(file);
    visit(tree, (node: Nodes) => {
      if (node.type !== 'text') return;
      node.value = node.value
        .replace(/(\d) %/g, (_, digit: string) => digit + numbers.percentUnbroken)
        .replace(/(\p{Script=Greek}) = (?=\d)/gu, `$1${NO_BREAK_SPACE}=${NO_BREAK_SPACE}`);
    });
  };
}
