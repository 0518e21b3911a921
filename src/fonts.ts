import { fontProviders } from 'astro/config';

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215';
const GREEK = 'U+0370-03FF';

type Style = 'normal' | 'italic';
type FileOf = (style: Style) => string;

interface Family {
  name: string;
  cssVariable: `--${string}`;
  file: FileOf;
  /** The characters it holds, as a CSS unicode-range. */
  characters: string;
  styles: [Style, ...Style[]];
  fallbacks: string[];
}

/** A typeface in one script: its files lie in node_modules and are copied, hashed and served by the site itself. */
function family({ name, cssVariable, file, characters, styles, fallbacks }: Family) {
  const variant = (style: Style) => ({
    src: [file(style)] as [string],
    weight: '200 900',
    style,
    unicodeRange: characters.split(',') as [string, ...string[]],
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

const serif = (subset: string): FileOf => {
  return (style) => `@fontsource-variable/source-serif-4/files/source-serif-4-${subset}-wght-${style}.woff2`;
};
const sans = (subset: string): FileOf => {
  return (style) => `@fontsource-variable/inter/files/inter-${subset}-wght-${style}.woff2`;
};

/** Source Serif for text and Inter for the interface, in Latin and, for symbols such as λ, in Greek. */
export const fonts = [
  family({
    name: 'Source Serif',
    cssVariable: '--font-serif-latin',
    file: serif('latin'),
    characters: LATIN,
    styles: ['normal', 'italic'],
    fallbacks: ['Georgia', 'serif'],
  }),
  family({
    name: 'Source Serif Greek',
    cssVariable: '--font-serif-greek',
    file: serif('greek'),
    characters: GREEK,
    styles: ['normal', 'italic'],
    fallbacks: [],
  }),
  family({
    name: 'Inter',
    cssVariable: '--font-sans-latin',
    file: sans('latin'),
    characters: LATIN,
    styles: ['normal'],
    fallbacks: ['system-ui', 'sans-serif'],
  }),
  family({
    name: 'Inter Greek',
    cssVariable: '--font-sans-greek',
    file: sans('greek'),
    characters: GREEK,
    styles: ['normal'],
    fallbacks: [],
  }),
];
