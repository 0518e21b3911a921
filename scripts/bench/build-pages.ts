import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serveFolder } from '../static-server.mjs';
import type { PageName } from './contenders.ts';

const source = fileURLToPath(new URL('./page', import.meta.url));
const longStandIn = fileURLToPath(new URL('../../src/engine/webgl/long-stand-in.ts', import.meta.url));

/** Where the built pages lie, one folder for each. */
export const pagesFolder = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));

/**
 * Builds each page by itself, as the site is built: what one page imports of TensorFlow.js doesn't swell another's,
 * and sources that change during a run change nothing.
 */
export async function buildPages(names: readonly PageName[]): Promise<void> {
  for (const name of names) {
    await build({
      configFile: false,
      root: source,
      base: `/${name}/`,
      logLevel: 'warn',
      resolve: { alias: { long: longStandIn } },
      build: {
        outDir: path.join(pagesFolder, name),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2000,
        rolldownOptions: { input: path.join(source, `${name}.html`) },
      },
    });
  }
}

/** Serves the built pages to this machine, at a port that is free. */
export async function servePages(): Promise<{ urlOf: (name: PageName) => string; close: () => Promise<void> }> {
  const { address, close } = await serveFolder(pagesFolder);
  return { urlOf: (name) => `${address}${name}/${name}.html`, close };
}
