import type { Plugin } from 'vite';

/** The style block of a Svelte component, as a module of its own. */
const styleBlock = /[?&]svelte&type=style/;

/**
 * Keeps the style sheet of the pages the only one. Pages and islands are built apart, and the looks of an island would be in both
 * builds, since every island is drawn on the server too: each page would link two sheets, in an order that differs from page to
 * page. The build fails should a component ever be drawn in the browser alone, because its looks would then be in neither.
 */
export function oneSheet(): Plugin {
  const inPages = new Set<string>();
  return {
    name: 'one-sheet',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: styleBlock },
      handler(_, id) {
        if (this.environment.name !== 'client') {
          inPages.add(id);
          return undefined;
        }
        if (!inPages.has(id)) this.error(`${id} is in no page's style sheet: draw its component on the server too.`);
        return { code: '', map: null };
      },
    },
  };
}
