/** The typefaces that KaTeX sets some formulas in, beside the two that every formula may need: files of `katex/dist/fonts`. */
const faces: readonly { readonly file: string; readonly marks: RegExp }[] = [
  { file: 'KaTeX_AMS-Regular', marks: /\b(amsrm|mathbb|textbb)\b/ },
  { file: 'KaTeX_Caligraphic-Regular', marks: /\bmathcal\b/ },
  { file: 'KaTeX_Main-Bold', marks: /\bmathbf\b/ },
  { file: 'KaTeX_Size1-Regular', marks: /\b(small-op|delim-size1|delimsizing size1)\b/ },
  { file: 'KaTeX_Size2-Regular', marks: /\b(large-op|delimsizing size2)\b/ },
  { file: 'KaTeX_Size3-Regular', marks: /\bdelimsizing size3\b/ },
  { file: 'KaTeX_Size4-Regular', marks: /\b(delim-size4|delimsizing size4)\b/ },
];

/**
 * The further typefaces that a page needs for its formulas. Pages load them ahead, because a formula that changes its typeface
 * moves the line it stands in.
 *
 * @param html what KaTeX made of the formulas
 */
export function mathFonts(html: string): string[] {
  return faces.filter(({ marks }) => marks.test(html)).map(({ file }) => file);
}
