import type { KatexOptions } from 'katex';

/**
 * What formulas may hold: strict TeX, and of all commands that make markup only `\htmlData`, which names a symbol for the figure
 * beside the formula.
 */
export const katexSettings = {
  strict: (rule: string) => (rule === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => {
    if (command === '\\htmlData') return true;
    // KaTeX would print it in red.
    throw new Error(`${command} makes markup, which formulas may not`);
  },
} satisfies KatexOptions;
