import type { Heading, Nodes, Root } from 'mdast';
import type {} from 'mdast-util-math';
import type {} from 'mdast-util-mdx';
import { bundledLanguages } from 'shiki/langs';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { unknownKey } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';

/** Elements of HTML that authors may write: text, lists, tables, pictures and films. */
const elements =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'.split(
    ' ',
  );
/** What a block of code may be written in; the last ones have no colors. */
const languages = [...Object.keys(bundledLanguages), 'text', 'plaintext', 'txt', 'plain', 'ansi'];

/** What a value in braces may name besides what the article exports. */
const globals = new Set(['undefined', 'Math', 'Number', 'String', 'Array', 'Object', 'JSON', 'NaN', 'Infinity']);

/**
 * Notes, with file, line and column, mistakes in what is no component: elements that the pages do not allow, imports, names in
 * braces that nothing defines, headings of a level there is not, notes without their text and texts without their note,
 * code in an unknown language, and dollar signs that were meant as money.
 */
export function remarkPlainParts() {
  return (tree: Root, file: VFile) => {
    const source = String(file.value);
    const exported = namesExported(source);
    const notes = { defined: new Map<string, Nodes>(), used: new Set<string>() };
    visit(tree, (node: Nodes) => {
      if (node.type === 'heading') lookAtLevel(node, file);
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') lookAtElement(node, file);
      if (node.type === 'mdxjsEsm' && /^\s*import\b/m.test(node.value))
        noteMistake(file, 'Articles import nothing: components are known by their names. Leave the line out.', node);
      if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
        const name = namesIn(node.value).find((one) => !globals.has(one) && !exported.has(one));
        if (name !== undefined)
          noteMistake(
            file,
            `Nothing is called "${name}". Braces hold JavaScript; write \\{ for a brace in the text.`,
            node,
          );
      }
      if (node.type === 'code' && node.lang && !languages.includes(node.lang))
        noteMistake(file, unknownKey('language of code', node.lang, languages, 'Write text where it has none.'), node);
      if (node.type === 'inlineMath') lookAtDollars(node, source, file);
      if (node.type === 'footnoteDefinition') {
        if (notes.defined.has(node.identifier))
          noteMistake(
            file,
            `The note [^${node.identifier}] is there twice, and the second is lost. Give it another name.`,
            node,
          );
        else notes.defined.set(node.identifier, node);
      }
      if (node.type === 'footnoteReference') notes.used.add(node.identifier);
      const [, missing] = (node.type === 'text' && /\[\^([^\]\s]+)\]/.exec(node.value)) || [];
      if (missing !== undefined)
        noteMistake(file, `The note [^${missing}] has no text. Write a paragraph [^${missing}]: … below.`, node);
    });
    for (const [name, node] of notes.defined)
      if (!notes.used.has(name))
        noteMistake(
          file,
          `Nothing refers to the note [^${name}]. Write [^${name}] where it belongs, or leave it out.`,
          node,
        );
  };
}

function lookAtLevel(heading: Heading, file: VFile): void {
  const { depth } = heading;
  if (depth === 1)
    noteMistake(
      file,
      'A heading with one # is the title, which the front matter has. Begin sections with ##.',
      heading,
    );
  if (depth > 4)
    noteMistake(file, `A heading with ${depth} # is too deep. Sections have ##, their parts ### or ####.`, heading);
}

function lookAtElement(node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>, file: VFile): void {
  const name = node.name ?? '';
  if (name === '' || /^[A-Z]/.test(name) || name.includes('.')) return;
  if (!elements.includes(name)) {
    noteMistake(file, `Articles can't hold <${name}>. ${insteadOf(name)}`, node);
  }
  for (const entry of node.attributes) {
    if (entry.type === 'mdxJsxAttribute' && /^on/i.test(entry.name))
      noteMistake(file, `${entry.name} would run a script, which the pages do not allow. Leave it out.`, node);
  }
}

function insteadOf(name: string): string {
  if (/[A-Z]/.test(name))
    return `A component begins with a capital: <${name.charAt(0).toUpperCase()}${name.slice(1)} />.`;
  if (name === 'picture') return 'Write ![What it shows](./its-name.png), which is made in several sizes.';
  return 'Pages run no foreign scripts, frames or forms. Leave it out, or write a component.';
}

/** A formula in a sentence touches both its dollar signs; money does not. */
function lookAtDollars(node: Nodes, source: string, file: VFile): void {
  const { start, end } = node.position ?? {};
  const [, text = ''] = /^\$+([\s\S]*?)\$+$/.exec(source.slice(start?.offset, end?.offset)) ?? [];
  if (/^\s|\s$/.test(text))
    noteMistake(
      file,
      `"${text.trim()}" would be set as a formula. Write \\$ for a dollar, or take the spaces off the signs.`,
      node,
    );
}

/** Names that the article itself defines. */
const namesExported = (source: string): Set<string> =>
  new Set(Array.from(source.matchAll(/^export (?:const|let|function) (\w+)/gm), ([, name]) => name as string));

/** The names that an expression asks for: not its properties, texts or comments. */
function namesIn(expression: string): string[] {
  const code = expression.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '');
  return (
    code
      .match(/(?<![\w$.])[A-Za-z_$][\w$]*(?!\s*:)/g)
      ?.filter((name) => !/^(true|false|null|new|typeof)$/.test(name)) ?? []
  );
}
