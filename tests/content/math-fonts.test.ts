import katex from 'katex';
import { expect, test } from 'vitest';
import { mathFonts } from '../../src/markdown/math-fonts.ts';

const fontsOf = (tex: string, displayMode = false): string[] =>
  mathFonts(katex.renderToString(tex, { displayMode, output: 'html' }));

/** The two that every formula may need. */
const common = ['KaTeX_Main-Regular', 'KaTeX_Math-Italic'];

// The typefaces that Chromium was seen to load for these formulas.
test('a formula tells which typefaces it needs beside the two common ones', () => {
  expect(fontsOf('\\lambda x_i + (1 - \\lambda) x_j')).toEqual(common);
  expect(fontsOf('\\mathcal{N}(0, \\sigma^2)')).toEqual([...common, 'KaTeX_Caligraphic-Regular']);
  expect(fontsOf('\\mathbb{R}')).toEqual([...common, 'KaTeX_AMS-Regular']);
  expect(fontsOf('\\sum_i x_i')).toEqual([...common, 'KaTeX_Size1-Regular']);
  expect(fontsOf('\\sum_i x_i', true)).toEqual([...common, 'KaTeX_Size2-Regular']);
  expect(fontsOf('\\mathbf{x}')).toEqual([...common, 'KaTeX_Main-Bold']);
});

test('text without a formula needs no typeface of KaTeX', () => {
  expect(mathFonts('')).toEqual([]);
});
