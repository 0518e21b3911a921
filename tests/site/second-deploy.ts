import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeWorker } from '../../src/build/offline/offline.ts';
import { expectSome } from '../expect-some.ts';

/** A copy of a built site, in a folder of its own. */
export function copyOf(site: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'deployed-'));
  cpSync(site, folder, { recursive: true });
  return folder;
}

/**
 * A copy of a built site as it would be after every script of it was changed: all have other names, and none of the old ones is left,
 * as on hosts that delete what the last build does not have.
 */
export async function nextDeploy(site: string, base: string): Promise<string> {
  const folder = copyOf(site);
  const scripts = expectSome(globSync('_astro/**/*.js', { cwd: folder }), 'scripts');
  const names = new Map(scripts.map((file) => [basename(file), basename(file).replace(/\.js$/, '.next.js')]));
  for (const file of globSync('**/*.{html,js,css}', { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(
      join(folder, file),
      text.replace(/[\w@~.-]+\.js\b/g, (name) => names.get(name) ?? name),
    );
  }
  for (const file of scripts) renameSync(join(folder, file), join(folder, file.replace(/\.js$/, '.next.js')));
  await writeWorker(folder, base, true);
  return folder;
}
