import katex from 'katex';
import { expect, test } from 'vitest';
import { mathFonts } from '../../src/markdown/math-fonts.ts';

const fontsOf = (tex: string, displayMode = false): string[] =>
  mathFonts(katex.renderToString(tex, { displayMode, output: 'html' }));

// The typefaces that Chromium was seen to load for these formulas.
test('a formula tells which typefaces it needs beside the two common ones', () => {
  expect(fontsOf('\\lambda x_i + (1 - \\lambda) x_j')).toEqual([]);
  expect(fontsOf('\\mathcal{N}(0, \\sigma^2)')).toEqual(['KaTeX_Caligraphic-Regular']);
  expect(fontsOf('\\mathbb{R}')).toEqual(['KaTeX_AMS-Regular']);
  expect(fontsOf('\\sum_i x_i')).toEqual(['KaTeX_Size1-Regular']);
  expect(fontsOf('\\sum_i x_i', true)).toEqual(['KaTeX_Size2-Regular']);
  expect(fontsOf('\\mathbf{x}')).toEqual(['KaTeX_Main-Bold']);
});
