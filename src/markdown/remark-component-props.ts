import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { componentSchemas, type ComponentSchema, type PropSchema } from './component-schemas.ts';
import { attribute, type Component } from './jsx.ts';
import { unknownKey } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';

/** Links, and components that are links or buttons: none may stand within another. */
const pressed = new Set(['Term', 'Cite', 'SetFigure', 'FigureRef', 'EquationRef', 'a']);

/**
 * Notes, with file, line and column, what the schema of a component does not allow: properties that are unknown, missing or of
 * another kind, a place or contents that are not for it, a table of the paper that is shown twice, a link within a link.
 */
export function remarkComponentProps() {
  return (tree: Root, file: VFile) => {
    const schemas = componentSchemas();
    const tables = new Set<unknown>();
    visitParents(tree, (node: Nodes, ancestors) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const name = node.name ?? '';
      const around = ancestors.find((one) => one.type === 'link' || ('name' in one && pressed.has(one.name ?? '')));
      if (pressed.has(name) && around) {
        const outer = around.type === 'link' ? 'a link' : `<${'name' in around ? around.name : ''}>`;
        noteMistake(
          file,
          `<${name}> stands within ${outer}, and one link can't hold another. Put them side by side.`,
          node,
        );
      }
      const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
      if (!schema) return;
      lookAtProps(node, schema, file);
      lookAtPlace(node, schema, file);
      if (name !== 'PaperTable') return;
      const id = attribute(node, 'id');
      if (tables.has(id))
        noteMistake(
          file,
          `The table "${id ?? ''}" is shown twice. Leave one out, and lead to the other by a link.`,
          node,
        );
      tables.add(id);
    });
  };
}

function lookAtProps(component: Component, { props, example }: ComponentSchema, file: VFile): void {
  const tag = `<${component.name ?? ''}>`;
  const known = Object.keys(props);
  const seen = new Set<string>();
  for (const entry of component.attributes) {
    const told = entry.position ?? component.position;
    if (entry.type !== 'mdxJsxAttribute') {
      noteMistake(file, `${tag} takes its properties by name, not {...all at once}. Write ${oneLine(example)}`, told);
      continue;
    }
    const { name } = entry;
    const prop = Object.hasOwn(props, name) ? props[name] : undefined;
    if (!prop) {
      const what = `property of ${tag}:`;
      const remedy = known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes none. Leave it out.';
      noteMistake(
        file,
        known.length > 0 ? unknownKey(what, name, known, remedy) : `Unknown ${what} "${name}". ${remedy}`,
        told,
      );
    } else if (seen.has(name)) noteMistake(file, `${tag} has ${name} twice. Leave one out.`, told);
    else {
      const wanted = misfit(name, prop, entry);
      if (wanted !== undefined) noteMistake(file, `${name} of ${tag} is ${wanted}: ${prop.says}.`, told);
    }
    seen.add(name);
  }
  const missing = Object.entries(props).filter(([name, { required }]) => required && !seen.has(name));
  const list = missing.map(([name, { says }]) => `${name} (${says})`).join(' and ');
  if (missing.length > 0) noteMistake(file, `${tag} has no ${list}. Write ${oneLine(example)}`, component);
}

/** How a property is written, where it is written otherwise. */
function misfit(name: string, { kind }: PropSchema, { value }: MdxJsxAttribute): string | undefined {
  const braces = typeof value === 'object' && value !== null ? value.value.trim() : undefined;
  if (kind === 'text') return typeof value === 'string' ? undefined : `a text in quotes, ${name}="…"`;
  if (kind === 'number')
    return braces !== undefined && /^-?\d+(\.\d+)?$/.test(braces)
      ? undefined
      : `a number in braces, such as ${name}={2}`;
  if (kind === 'flag')
    return value === null || value === undefined || braces === 'true' || braces === 'false'
      ? undefined
      : `written as ${name} alone, or ${name}={false}`;
  if (typeof value === 'string' && kind.includes(value)) return undefined;
  return `one of ${kind.map((choice) => `${name}="${choice}"`).join(', ')}`;
}

function lookAtPlace(component: Component, { place, holds, example }: ComponentSchema, file: VFile): void {
  const tag = `<${component.name ?? ''}>`;
  const isEmpty = component.children.every((child) => child.type === 'text' && child.value.trim() === '');
  if (place === 'block' && component.type === 'mdxJsxTextElement')
    noteMistake(
      file,
      `${tag} stands in a sentence. Put it on lines of its own, with blank lines around it.`,
      component,
    );
  if (place === 'inline' && component.type === 'mdxJsxFlowElement')
    noteMistake(
      file,
      `${tag} belongs into a sentence and stands alone. Put it on the line of the words around it.`,
      component,
    );
  if (holds === 'nothing' && !isEmpty)
    noteMistake(file, `${tag} holds nothing. End it at once: ${oneLine(example)}`, component);
  if (holds === 'something' && isEmpty) noteMistake(file, `${tag} is empty. Write ${oneLine(example)}`, component);
  if (component.name === 'Equation' && !isEmpty && !component.children.some(({ type }) => type === 'math'))
    noteMistake(file, `This <Equation> holds no formula. Write ${oneLine(example)}`, component);
}

/** An example in one line of a message. */
const oneLine = (example: string): string => example.replace(/\n+/g, ' ⏎ ');
