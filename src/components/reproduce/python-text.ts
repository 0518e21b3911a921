/** The widest line of a program, so that it fits the text column. */
const widest = 80;

/** A value as Python writes it. */
export function value(given: string | number | boolean): string {
  if (typeof given === 'boolean') return given ? 'True' : 'False';
  return typeof given === 'string' ? JSON.stringify(given) : String(given);
}

/** Where something begins: the spaces before its line, and what stands on the line before it. */
interface Begins {
  readonly indent: number;
  readonly before: string;
}

/** Items in brackets: on one line, or, where that would be too wide or an item has lines of its own, an item a line. */
function bracketed(brackets: readonly [string, string], items: readonly string[], { indent, before }: Begins): string {
  const line = brackets.join(items.join(', '));
  const isShort = indent + before.length + line.length < widest;
  return isShort && !line.includes('\n') ? line : itemALine(brackets, items, indent);
}

function itemALine([open, close]: readonly [string, string], items: readonly string[], indent: number): string {
  const spaces = ' '.repeat(indent);
  return `${open}\n${items.map((item) => `${spaces}    ${item},\n`).join('')}${spaces}${close}`;
}

/** A list of what is already written. */
export const list = (items: readonly string[], begins: Begins): string => bracketed(['[', ']'], items, begins);

/** A call with arguments that are already written. */
export const call = (name: string, fields: readonly string[], begins: Begins): string =>
  bracketed([`${name}(`, ')'], fields, begins);

/** A dictionary from names to what is already written, a name a line. */
export const dict = (entries: readonly (readonly [string, string])[], indent: number): string =>
  itemALine(
    ['{', '}'],
    entries.map(([key, text]) => `${value(key)}: ${text}`),
    indent,
  );
