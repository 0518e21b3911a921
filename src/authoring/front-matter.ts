import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';

/** What is wrong at a line of one file. */
interface Fault {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** The front matter of an article, read from its text. */
interface FrontMatter<Values> {
  /** Missing where there is any fault. */
  readonly values: Values | undefined;
  /** What is there as plain YAML, where that could be read. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  /** The line a field stands on, or the first line. */
  readonly lineOf: (field: string) => number;
}

const howToBegin = 'Begin the file with a line ---, then fields such as title: …, then another line ---.';
const howToQuote =
  'Put a text that holds ": " or " #", or begins with a sign, into double quotes; indent with spaces; write each field once.';

/**
 * Reads the front matter of an article. Dates and numbers are taken as they are written.
 *
 * @param source the whole file
 * @param schema what the front matter must be
 */
export function frontMatter<Schema extends z.ZodType>(source: string, schema: Schema): FrontMatter<z.output<Schema>> {
  const none = (text: string): FrontMatter<z.output<Schema>> => ({
    values: undefined,
    raw: {},
    faults: [{ line: 1, text }],
    lineOf: () => 1,
  });
  if (source.trim() === '') return none(`The file is empty. ${howToBegin}`);
  const [opening] = /^\uFEFF?---[ \t]*\r?\n/.exec(source) ?? [];
  if (opening === undefined) return none(`There is no front matter. ${howToBegin}`);
  const rest = source.slice(opening.length);
  const end = /^---[ \t]*\r?$/m.exec(rest)?.index;
  if (end === undefined) return none(`The front matter does not end. Write a line --- below its last field.`);

  const lines = new LineCounter();
  const document = parseDocument(rest.slice(0, end), { lineCounter: lines, prettyErrors: false });
  // The line of the opening --- comes before.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path));
  const broken = document.errors.map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    text: `The front matter is no YAML: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}. ${howToQuote}`,
  }));
  if (broken.length > 0) return { ...none(''), faults: broken.slice(0, 1) };
  const raw: unknown = document.toJS();
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return none(`The front matter has no fields. ${howToBegin}`);
  const { data, error } = schema.safeParse(raw);
  const faults = (error?.issues ?? []).map(({ path, message }) => ({
    line: lineOf(path),
    text: `${path.map(String).join('.')}: ${message}`,
  }));
  return {
    values: data,
    raw: raw as Record<string, unknown>,
    faults,
    lineOf: (name) => lineOf([name]),
  };
}

/** Where a field stands, or what holds it; 0 where it is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
