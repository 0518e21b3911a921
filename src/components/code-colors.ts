import type { ShikiConfig } from '@astrojs/markdown-remark';
import { fewPieces } from './few-pieces.ts';

/** How all code is colored, in articles and on pages. */
export const codeColors = {
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  defaultColor: false,
  transformers: [fewPieces],
} satisfies ShikiConfig;
