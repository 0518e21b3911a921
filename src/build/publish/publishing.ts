import type { AstroIntegration } from 'astro';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCards } from './cards/write-cards.ts';
import { writeFeeds } from './feeds.ts';

/**
 * What a site that is published at a known address has besides its pages; it is made of these once they are built.
 *
 * @param home full address of the first page
 */
export function publishing(home: string): AstroIntegration {
  return {
    name: 'publishing',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const pictures = await writeCards(folder, home);
        await writeFeeds(folder, home, (figure) => pictures.get(figure));
      },
    },
  };
}

/**
 * When a page of the built site was last changed, as its article says.
 *
 * @param folder of the built site
 * @param path of the page, below the site's base
 * @returns in ISO 8601; undefined for pages that bear no date
 */
export function lastChanged(folder: string, path: string): string | undefined {
  const file = join(folder, path, 'index.html');
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  const time = (kind: string): string | undefined =>
    new RegExp(`<meta property="article:${kind}_time" content="([^"]+)"`).exec(html)?.[1];
  return time('modified') ?? time('published');
}
