import type { AstroIntegration } from 'astro';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { below } from '../../site.ts';

/**
 * Writes `_headers`, by which some hosts, Netlify and Cloudflare Pages among them, are told what to send along.
 *
 * @param base the path the site is published below
 */
export function hostHeaders(base: string): AstroIntegration {
  const rules = {
    // Named after its content.
    '/_astro/*': ['Cache-Control: public, max-age=31536000, immutable'],
    '/*.csv': ['Content-Type: text/csv; charset=utf-8'],
    '/*': [
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: strict-origin-when-cross-origin',
      // Readers may record two words of their own.
      'Permissions-Policy: microphone=(self)',
    ],
  };
  const text = Object.entries(rules).map(([path, headers]) =>
    [below(base, path), ...headers.map((header) => `  ${header}`)].join('\n'),
  );
  return {
    name: 'host-headers',
    hooks: {
      'astro:build:done': ({ dir }) => {
        writeFileSync(fileURLToPath(new URL('_headers', dir)), `${text.join('\n\n')}\n`);
      },
    },
  };
}
