import { create, type Font } from 'fontkitten';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The site's typefaces as cards use them; see scripts/cut-typefaces.mjs. */
const files = {
  title: ['source-serif-4-latin-normal-600', 'source-serif-4-greek-normal-600'],
  name: ['source-serif-4-latin-italic-600'],
  number: ['source-serif-4-latin-normal-400'],
  words: ['inter-latin-normal-400', 'inter-greek-normal-400'],
} as const;

export interface Type {
  readonly face: keyof typeof files;
  /** In px. */
  readonly size: number;
}

/** Opened once. */
const opened = new Map<string, readonly Font[]>();

function fontsOf(face: Type['face']): readonly Font[] {
  const known = opened.get(face);
  if (known) return known;
  const fonts = files[face].map((name) => {
    const font = create(readFileSync(fileURLToPath(new URL(`../../typefaces/cards/${name}.woff2`, import.meta.url))));
    if (font.isCollection) throw new Error(`${name}.woff2: expected one typeface.`);
    return font;
  });
  opened.set(face, fonts);
  return fonts;
}

/** The glyphs of a text and how far each moves the pen, in px. Characters that the typefaces lack are left out. */
function glyphsOf(text: string, type: Type): { path: string; scale: number; advance: number }[] {
  const fonts = fontsOf(type.face);
  return Array.from(text).flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const font = fonts.find((one) => one.hasGlyphForCodePoint(code));
    if (!font) return [];
    const glyph = font.glyphForCodePoint(code);
    const scale = type.size / font.unitsPerEm;
    return [{ path: glyph.path.toSVG(), scale, advance: glyph.advanceWidth * scale }];
  });
}

/** How wide a text is, in px. */
export function widthOf(text: string, type: Type): number {
  return glyphsOf(text, type).reduce((sum, { advance }) => sum + advance, 0);
}

/**
 * A line of text as outlines, so that a picture needs no typeface of the machine that makes it.
 *
 * @param x left end, or middle if `anchor` says so, in px
 * @param y of the line that letters stand on, in px
 * @returns an SVG group
 */
export function outlined(
  text: string,
  type: Type,
  x: number,
  y: number,
  fill: string,
  anchor: 'start' | 'middle' = 'start',
): string {
  let pen = anchor === 'middle' ? x - widthOf(text, type) / 2 : x;
  const paths = glyphsOf(text, type).map(({ path, scale, advance }) => {
    const placed = `<path transform="translate(${pen.toFixed(2)} ${y}) scale(${scale} ${-scale})" d="${path}"/>`;
    pen += advance;
    return placed;
  });
  return `<g fill="${fill}">${paths.join('')}</g>`;
}

/**
 * A text in lines of at most a width.
 *
 * @param most lines; what is left is replaced by an ellipsis
 */
export function wrapped(text: string, type: Type, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, type) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? '').replace(/[\s.,;:]+\S*$/, '')} …`];
}
