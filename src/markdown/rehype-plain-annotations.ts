import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { withoutNames } from './symbol-names.ts';

/** Leaves the names of symbols out of the TeX that goes along with each formula, which readers copy. Comes after the formulas have been set. */
export function rehypePlainAnnotations() {
  return (tree: Root) => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName !== 'annotation') return;
      for (const child of node.children) if (child.type === 'text') child.value = withoutNames(child.value);
    });
  };
}
