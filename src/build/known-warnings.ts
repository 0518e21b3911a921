import type { Plugin } from 'vite';

/**
 * Keeps a warning about Astro's own modules from authors, who can do nothing about it: the bundler doubts a directive that Astro has
 * read long before.
 */
export function withoutKnownWarnings(): Plugin {
  return {
    name: 'without-known-warnings',
    onLog: (_level, { code, message }) =>
      code === 'MODULE_LEVEL_DIRECTIVE' && message.includes('astro:head-inject') ? false : undefined,
  };
}
