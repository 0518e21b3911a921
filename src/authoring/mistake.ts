/** A mistake in what an author wrote: where it stands, what is wrong, and what to write instead. */
export interface Mistake {
  /** From the root of the project, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** A mistake in one paragraph, as it is printed: `content/articles/x.mdx:3 Unknown …`. */
export const written = ({ file, line, text }: Mistake): string => `${file}:${line} ${text}`;

/** Mistakes in the order of files and lines; one that a line holds twice is told once. */
export const inOrder = (mistakes: readonly Mistake[]): Mistake[] =>
  [...new Map(mistakes.map((mistake) => [written(mistake), mistake])).values()].sort(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line,
  );

/** Piece of an author's text, short enough for a message. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
