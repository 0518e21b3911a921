import { createHash } from 'node:crypto';

const files = import.meta.glob<string>('/content/code/*.{py,ts}', { query: '?raw', import: 'default', eager: true });

const runs = import.meta.glob<Readonly<Record<string, Run & { readonly sha256: string }>>>('/content/code/runs.json', {
  import: 'default',
  eager: true,
})['/content/code/runs.json'];

/** What came of running a file: with what, and what it printed. */
interface Run {
  readonly with: string;
  readonly printed: readonly string[];
}

/** A program that the site shows, and readers may download. */
interface CodeFile {
  readonly name: string;
  readonly language: 'python' | 'ts';
  readonly text: string;
  /** Of the file as it is; missing where it was never run, or was changed since. */
  readonly run: Run | undefined;
}

/** Every file of `content/code/`, in the order of their names. */
export const codeFiles: readonly CodeFile[] = Object.entries(files).map(([path, text]) => {
  const name = path.replace(/^.*\//, '');
  const kept = runs?.[name];
  const isSame = kept?.sha256 === createHash('sha256').update(text).digest('hex');
  return { name, language: name.endsWith('.py') ? 'python' : 'ts', text, run: isSame ? kept : undefined };
});

/** Where a file is published. */
export const codePath = (name: string): string => `/code/${name}`;

/**
 * A file by its name.
 *
 * @throws Error that lists the names there are
 */
export function codeFile(name: string): CodeFile {
  const found = codeFiles.find((file) => file.name === name);
  if (found) return found;
  throw new Error(`content/code has no file "${name}". There are: ${codeFiles.map((file) => file.name).join(', ')}.`);
}

/**
 * One function of a program in Python, with the decorators and the comment right above it.
 *
 * @param text the whole program
 * @throws Error that lists the functions there are
 */
export function functionOf(text: string, name: string): string {
  const blocks = text.split(/\n\n\n/);
  const found = blocks.find((block) => new RegExp(`^def ${name}\\(`, 'm').test(block));
  if (found) return found.trim();
  const names = Array.from(text.matchAll(/^def (\w+)\(/gm), ([, known]) => known);
  throw new Error(`There is no function "${name}". There are: ${names.join(', ')}.`);
}
