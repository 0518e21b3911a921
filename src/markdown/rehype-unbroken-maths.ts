import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

/**
 * Keeps a formula in a sentence on one line with what is written against it, such as the comma after it: browsers may break a
 * line on either side of a box, and the pieces of a formula are boxes. Between its own pieces a formula breaks as before.
 * Comes after the formulas have been set.
 */
export function rehypeUnbrokenMaths() {
  return (tree: Root) => {
    visit(tree, (node: Nodes) => {
      if (!('children' in node) || isUnbroken(node)) return;
      for (let at = 0; at < node.children.length; at += 1) {
        if (isFormula(node.children[at] as Nodes)) keepTogether(node, at);
      }
    });
  };
}

/** Puts the formula at a place of its parent, and the words that touch it, into one element. */
function keepTogether(parent: Parents, at: number): void {
  const before = touching(parent.children[at - 1], /\S+$/);
  const after = touching(parent.children[at + 1], /^\S+/);
  if (!before && !after) return;
  const formula = parent.children[at] as ElementContent;
  allowBreaksWithin(formula);
  const words = [before, formula, after].filter((node) => node !== undefined);
  parent.children[at] = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['unbroken'] },
    children: words,
  };
}

/** Marks the places between a formula's pieces, where a line may break after all. */
function allowBreaksWithin(formula: Nodes): void {
  visit(formula, 'element', (node: Element) => {
    if (!hasClass(node.properties.className, 'katex-html')) return;
    node.children = node.children.flatMap((piece, index) => (index === 0 ? [piece] : [breakHere(), piece]));
  });
}

const breakHere = (): Element => ({ type: 'element', tagName: 'wbr', properties: {}, children: [] });

/** Cuts the words that touch a formula off the text beside it. */
function touching(neighbor: Nodes | undefined, pattern: RegExp): ElementContent | undefined {
  if (neighbor?.type !== 'text') return undefined;
  const [value] = pattern.exec(neighbor.value) ?? [];
  if (value === undefined) return undefined;
  neighbor.value = neighbor.value.replace(pattern, '');
  return { type: 'text', value };
}

/** Whether a node is a formula within a line, or a component that holds such a formula and nothing else. */
function isFormula(node: Nodes): boolean {
  if (node.type === 'element') return hasClass(node.properties.className, 'katex');
  if (node.type !== 'mdxJsxTextElement') return false;
  return node.children.length === 1 && isFormula(node.children[0] as Nodes);
}

const isUnbroken = (node: Nodes): boolean => node.type === 'element' && hasClass(node.properties.className, 'unbroken');

const hasClass = (names: unknown, name: string): boolean => Array.isArray(names) && names.includes(name);
