import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** An import from one file of the project to another. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** The names that are taken; undefined where all are: `import * as`, `import()` and the default of a component. */
  readonly names: readonly string[] | undefined;
  /** Nothing of it is left when types are stripped. */
  readonly isTypeOnly: boolean;
}

/** The sources below some folders, as paths from the root of the project. */
export function sourcesBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|mjs|svelte|astro)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
}

export const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const statement = /\b(?:import|export)\s+(type\s)?\s*([^'"();]*?)\s*from\s*['"]([^'"]+)['"]/g;
const call = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import that a file of the project makes of another. */
export const importsOf = (from: string): Import[] => importsIn(from, sourceOf(from));

/** Every import of another file of the project in a text that stands in this file, or will. */
export function importsIn(from: string, text: string): Import[] {
  const resolve = (path: string): string | undefined => {
    if (path.startsWith('@/')) return join('src', path.slice(2)).replaceAll('\\', '/');
    if (!path.startsWith('.')) return undefined;
    const to = join(dirname(from), path).replaceAll('\\', '/');
    // AssemblyScript leaves the ending of its files out.
    return extname(to) === '' ? `${to}.ts` : to;
  };
  const stated = [...text.matchAll(statement)].map(([, type, clause = '', path = '']) => {
    const named = /\{([^}]*)\}/.exec(clause)?.[1];
    const names = named
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const isTypeOnly = type !== undefined || (names?.every((name) => name.startsWith('type ')) ?? false);
    return { path, isTypeOnly, names: names?.map((name) => name.replace(/^type /, '').replace(/ as .*$/, '')) };
  });
  const called = [...text.matchAll(call)].map(([, path = '']) => ({ path, isTypeOnly: false, names: undefined }));
  return [...stated, ...called].flatMap(({ path, ...rest }) => {
    const to = resolve(path);
    return to === undefined ? [] : [{ from, to, ...rest }];
  });
}
