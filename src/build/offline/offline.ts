import type { AstroIntegration } from 'astro';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { browserTargets } from '../browser-targets.ts';
import { cachePrefix, recordSite } from './record-site.ts';

/**
 * Writes the service worker, by which pages that were read open without a connection. Comes after all that adds files to the site.
 *
 * @param base the path the site is published below
 * @param isWanted whether pages are to be kept; if not, the worker that is written removes itself and all that was kept
 */
export function offline(base: string, isWanted: boolean): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await writeWorker(fileURLToPath(dir), base, isWanted);
      },
    },
  };
}

/**
 * Writes `worker.js` into a built site, for the site as it is there.
 *
 * @param folder where the site was built
 */
export async function writeWorker(folder: string, base: string, isWanted: boolean): Promise<void> {
  const record = recordSite(folder, base);
  const code = isWanted
    ? await compiled('service-worker.ts', { SITE_RECORD: JSON.stringify(record) })
    : await compiled('remove-worker.ts', { CACHE_PREFIX: JSON.stringify(`${cachePrefix} ${base} `) });
  writeFileSync(join(folder, 'worker.js'), code);
}

async function compiled(entry: string, define: Record<string, string>): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      copyPublicDir: false,
      target: browserTargets,
      // A classic script: Firefox came to modules in service workers later than the oldest browsers of ours.
      lib: {
        entry: fileURLToPath(new URL(`../../offline/${entry}`, import.meta.url)),
        formats: ['iife'],
        name: 'worker',
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs.flatMap((one) => ('output' in one ? one.output : [])).find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`src/offline/${entry}: expected one script of it.`);
  return chunk.code;
}
