import { fontProviders } from 'astro/config';

const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215';
const GREEK = 'U+0370-03FF';

type Style = 'normal' | 'italic';

/** One family of one script: the files lie in node_modules and are copied, hashed and served by the site itself. */
function family(name: string, cssVariable: `--${string}`, file: (style: Style) => string, script: string, styles: Style[], fallbacks: string[]) {
  const [first, ...rest] = styles.map((style) => ({
    src: [file(style)] as [string],
    weight: '200 900',
    style,
    unicodeRange: script.split(',') as [string, ...string[]],
  }));
  if (!first) throw new Error(`styles: expected at least one for ${name}, came none.`);
  return { provider: fontProviders.local(), name, cssVariable, fallbacks, options: { variants: [first, ...rest] as [typeof first, ...typeof rest] } };
}

const serif = (subset: string) => (style: Style) => `@fontsource-variable/source-serif-4/files/source-serif-4-${subset}-wght-${style}.woff2`;
const sans = (subset: string) => (style: Style) => `@fontsource-variable/inter/files/inter-${subset}-wght-${style}.woff2`;

/** Source Serif for text and Inter for the interface, in Latin and, for symbols such as λ, in Greek. */
export const fonts = [
  family('Source Serif', '--font-serif-latin', serif('latin'), LATIN, ['normal', 'italic'], ['Georgia', 'serif']),
  family('Source Serif Greek', '--font-serif-greek', serif('greek'), GREEK, ['normal', 'italic'], []),
  family('Inter', '--font-sans-latin', sans('latin'), LATIN, ['normal'], ['system-ui', 'sans-serif']),
  family('Inter Greek', '--font-sans-greek', sans('greek'), GREEK, ['normal'], []),
];
