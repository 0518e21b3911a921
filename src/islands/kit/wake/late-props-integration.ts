import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { latePropsAttribute } from './late-props.ts';

/** What is shorter costs less in the page than a request would. */
const leastLength = 2000;

const longProps = new RegExp(`(<astro-island[^>]*) props="([^"]{${leastLength},})"(?=[^>]* client="wake")`, 'g');

/**
 * Takes what long baked figures are given out of their pages, which have drawn it already, into files that figures fetch when they wake:
 * most readers touch few of the figures of a page.
 *
 * @param base the path the site is published below
 */
export function lateProps(base: string): AstroIntegration {
  return {
    name: 'late-props',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: folder })) {
          const file = join(folder, page);
          const { html, files } = withLateProps(readFileSync(file, 'utf8'), base);
          if (files.size > 0) writeFileSync(file, html);
          for (const [name, text] of files) writeFileSync(join(folder, name), text);
        }
      },
    },
  };
}

/**
 * A page whose islands name files in place of long props.
 *
 * @returns the page, and the files by their paths: props as Astro writes them
 */
export function withLateProps(html: string, base: string): { html: string; files: Map<string, string> } {
  const files = new Map<string, string>();
  const shorter = html.replace(longProps, (_whole, before: string, escaped: string) => {
    const text = escaped.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    const name = `_astro/props.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
    files.set(name, text);
    return `${before} ${latePropsAttribute}="${base}${name}"`;
  });
  return { html: shorter, files };
}
