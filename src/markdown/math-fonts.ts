/** The typefaces that every formula may need: files of `build/typefaces/math`. */
const common: readonly string[] = ['KaTeX_Main-Regular', 'KaTeX_Math-Italic'];

/** Those that KaTeX sets some formulas in besides. */
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
 * The typefaces that a page needs for its formulas; none if it has no formula. Pages load them ahead, because a formula that
 * changes its typeface moves the line it stands in; on a slow line the text comes first, and formulas are empty until theirs come.
 *
 * @param html what KaTeX made of the formulas; empty if there are none
 */
export function mathFonts(html: string): string[] {
  if (html === '') return [];
  return [...common, ...faces.filter(({ marks }) => marks.test(html)).map(({ file }) => file)];
}
