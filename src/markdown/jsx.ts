import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

/** A component as an author writes it, alone on its lines or within a sentence. */
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** Every component of an article, in the order of the text. */
export function componentsOf(tree: Nodes): Component[] {
  const found: Component[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') found.push(node);
  });
  return found;
}

/** The value of an attribute written as plain text, `name="value"`; undefined when it is missing or an expression. */
export function attribute(component: Pick<Component, 'attributes'>, name: string): string | undefined {
  const found = component.attributes.find((entry) => entry.type === 'mdxJsxAttribute' && entry.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

/** Sets an attribute, replacing what the author wrote. */
export function setAttribute(component: Component, name: string, value: string): void {
  component.attributes = component.attributes.filter(
    (entry) => entry.type !== 'mdxJsxAttribute' || entry.name !== name,
  );
  component.attributes.push({ type: 'mdxJsxAttribute', name, value });
}
