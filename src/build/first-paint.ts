import type { AstroIntegration } from 'astro';
import { readFileSync, writeFileSync } from 'node:fs';

/** What Astro writes into a page once, right before its first island: the scripts that wake all of them. */
const wakingScripts = /(?:<script>(?:(?!<\/script>).)*<\/script>\s*)+(?=<astro-island)/s;

/**
 * Lets the home page appear with its opening. A browser that meets a script in the text waits for the style sheet before it reads
 * on, and shows what it has read so far: the heading alone, and the rest a good while later.
 */
export function firstPaint(): AstroIntegration {
  return {
    name: 'first-paint',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const home = new URL('index.html', dir);
        writeFileSync(home, withScriptsBehindFigure(readFileSync(home, 'utf8')));
      },
    },
  };
}

/**
 * A page with the scripts of its islands behind its first figure. Islands that stand before them wake as well, once the page is read.
 *
 * @throws Error if the page has no such scripts, or no figure around them
 */
export function withScriptsBehindFigure(html: string): string {
  const [scripts] = wakingScripts.exec(html) ?? [];
  const start = scripts === undefined ? -1 : html.indexOf(scripts);
  const end = html.indexOf('</figure>', start) + '</figure>'.length;
  if (scripts === undefined || end <= start)
    throw new Error('The home page: expected an island in a figure, right behind the scripts that wake it.');
  return html.slice(0, start) + html.slice(start + scripts.length, end) + scripts + html.slice(end);
}
