import { fontProviders } from 'astro/config';

/**
 * The typefaces, cut down to what these pages use: the weights from 400 to 700 and these characters, as a CSS unicode-range.
 * `scripts/cut-typefaces.mjs` makes the files in `typefaces/` of the whole ones; run it after a change here.
 */
export const characters = {
  latin:
    'U+0020-007E,U+00A0,U+00B0-00B3,U+00B7,U+00C4,U+00D6-00D7,U+00DC,U+00DF-00E2,U+00E4-00E5,U+00E7-00EB,U+00ED-00EE,' +
    'U+00F1,U+00F3-00F4,U+00F6,U+00F8,U+00FA,U+00FC,U+2009,U+2013-2014,U+2018-2019,U+201C-201D,U+2026,U+202F,U+2032,' +
    'U+2190-2193,U+2212',
  // In names.
  'latin-ext': 'U+0119,U+0142',
  // Letters that stand for quantities.
  greek: 'U+0394,U+03A3,U+03A6,U+03A9,U+03B1-03B5,U+03B8,U+03BA-03BD,U+03C0-03C1,U+03C3-03C4,U+03C6-03C9,U+03D5',
} as const;

/**
 * The characters of the articles' formulas, which the typefaces of KaTeX in `typefaces/math/` are cut down to. A formula
 * with another one is right all the same: its whole typeface is fetched, and a test says that the cut is due.
 */
export const mathCharacters =
  'U+0025,U+0028-0029,U+002B-0039,U+003D,U+0041-0046,U+004E,U+0050-0054,U+0056,U+0058-0059,U+005B,U+005D,U+0061-007A,U+007E,' +
  'U+00D7,U+02C9,U+03A6,U+03B1-03B2,U+03B4-03B5,U+03B8,U+03BA-03BD,U+03C0,U+03C3,U+200B,U+2026,U+2032,U+2113,U+2192,U+2207-2208,' +
  'U+2211-2212,U+2217,U+221E,U+2223,U+2225,U+222B,U+2264-2265,U+22C5';

export const weights = { least: 400, greatest: 700 } as const;

/** What the typefaces do with letters side by side, and the figures that style sheets ask for; small capitals and the like go. */
export const features = [
  'kern',
  'liga',
  'clig',
  'ccmp',
  'locl',
  'mark',
  'mkmk',
  'rlig',
  'rvrn',
  'lnum',
  'tnum',
] as const;

type Script = keyof typeof characters;
type Style = 'normal' | 'italic';

interface Family {
  name: string;
  cssVariable: `--${string}`;
  /** How its files are named. */
  file: 'source-serif-4' | 'inter';
  script: Script;
  styles: [Style, ...Style[]];
  fallbacks: string[];
}

/** A typeface in one script: its files are copied, hashed and served by the site itself. */
function family({ name, cssVariable, file, script, styles, fallbacks }: Family) {
  const variant = (style: Style) => ({
    src: [`./src/build/typefaces/${file}-${script}-${style}.woff2`] as [string],
    weight: `${weights.least} ${weights.greatest}`,
    style,
    unicodeRange: characters[script].split(',') as [string, ...string[]],
  });
  const [first, ...others] = styles;
  return {
    provider: fontProviders.local(),
    name,
    cssVariable,
    fallbacks,
    // A typeface that comes late is not swapped in: text that is being read never moves.
    display: 'optional' as const,
    options: { variants: [variant(first), ...others.map(variant)] as [ReturnType<typeof variant>] },
  };
}

/** Source Serif for text and Inter for the interface, in Latin, with a few letters of names, and, for symbols such as λ, in Greek. */
export const fonts = [
  family({
    name: 'Source Serif',
    cssVariable: '--font-serif-latin',
    file: 'source-serif-4',
    script: 'latin',
    styles: ['normal', 'italic'],
    fallbacks: ['Georgia', 'serif'],
  }),
  family({
    name: 'Source Serif Names',
    cssVariable: '--font-serif-names',
    file: 'source-serif-4',
    script: 'latin-ext',
    styles: ['normal', 'italic'],
    fallbacks: [],
  }),
  family({
    name: 'Source Serif Greek',
    cssVariable: '--font-serif-greek',
    file: 'source-serif-4',
    script: 'greek',
    styles: ['normal', 'italic'],
    fallbacks: [],
  }),
  family({
    name: 'Inter',
    cssVariable: '--font-sans-latin',
    file: 'inter',
    script: 'latin',
    styles: ['normal'],
    fallbacks: ['system-ui', 'sans-serif'],
  }),
  family({
    name: 'Inter Names',
    cssVariable: '--font-sans-names',
    file: 'inter',
    script: 'latin-ext',
    styles: ['normal'],
    fallbacks: [],
  }),
  family({
    name: 'Inter Greek',
    cssVariable: '--font-sans-greek',
    file: 'inter',
    script: 'greek',
    styles: ['normal'],
    fallbacks: [],
  }),
];
