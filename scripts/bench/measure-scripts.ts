import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagesFolder } from './build-pages.ts';
import type { ContenderInfo } from './contenders.ts';
import type { ScriptResult } from './report.ts';
import { scriptBytes } from './script-bytes.ts';

const site = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Weighs each contender's JavaScript: the engines' in the built site, if there is one, else in the bench's own pages. */
export async function measureScripts(contenders: readonly ContenderInfo[]): Promise<ScriptResult[]> {
  const results: ScriptResult[] = [];
  for (const { name, page, script } of contenders) {
    const inSite = page === 'engines' && existsSync(site) ? await scriptBytes(site, script) : undefined;
    const bytes = inSite ?? (await scriptBytes(path.join(pagesFolder, page), script));
    if (bytes === undefined) throw new Error(`The build of the bench has no script called "${script}".`);
    results.push({ contender: name, brotliBytes: bytes, build: inSite === undefined ? 'bench' : 'dist' });
  }
  return results;
}
