import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const NO_BREAK_SPACE = '\u00a0';

/** Keeps a number and its percent sign on one line, and a symbol with the number it is said to be. */
export function remarkUnits() {
  return (tree: Root) => {
    visit(tree, (node: Nodes) => {
      if (node.type !== 'text') return;
      node.value = node.value
        .replace(/(\d) %/g, `$1${NO_BREAK_SPACE}%`)
        .replace(/(\p{Script=Greek}) = (?=\d)/gu, `$1${NO_BREAK_SPACE}=${NO_BREAK_SPACE}`);
    });
  };
}
