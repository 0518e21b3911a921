import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What follows a static import or the start of a worker: a path to a script. */
const references = [/(?:from|import)\s*["'`]([^"'`]+\.js)["'`]/g, /new URL\(\s*["'`]([^"'`]+\.js)["'`]/g];

/**
 * Size of a script with all it imports statically and the workers it starts.
 *
 * @param folder a build, searched with its folders
 * @param name start of the script's file name
 * @returns bytes after brotli; undefined if no such script was built
 */
export async function scriptBytes(folder: string, name: string): Promise<number | undefined> {
  const sizes = await scriptSizes(folder, name);
  return sizes && [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * Sizes of a script, of all it imports statically and of the workers it starts, each file once, brotli as a host would
 * serve them (quality 11). Imports are found by the names of files: a bundler's have a hash.
 *
 * @returns bytes by file name; undefined if no such script was built
 */
export async function scriptSizes(folder: string, name: string): Promise<Map<string, number> | undefined> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'));
  const byName = new Map(files.map((file) => [path.basename(file), path.join(folder, file)]));
  const entry = [...byName.keys()].find((file) => file.startsWith(`${name}.`) || file.startsWith(`${name}-`));
  if (entry === undefined) return undefined;
  const reached = [entry];
  const sizes = new Map<string, number>();
  for (const file of reached) {
    const code = await readFile(byName.get(file) as string, 'utf8');
    sizes.set(file, brotliCompressSync(code).length);
    for (const [, reference] of references.flatMap((pattern) => [...code.matchAll(pattern)])) {
      const imported = path.basename(reference as string);
      if (byName.has(imported) && !reached.includes(imported)) reached.push(imported);
    }
  }
  return sizes;
}
