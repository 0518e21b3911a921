import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

/**
 * The direction of imports: each layer of `src/` may import the layers named here, and nothing else of the project.
 * pages -> layouts -> components -> islands -> { studies -> engine, figures, parameters, data } -> core
 * `paper`, the numbers of the paper, imports only the core and is for what is made at build; `build` is for the configuration alone.
 */
const mayImport = {
  core: [],
  words: [],
  engine: ['core', 'words'],
  figures: ['core', 'words'],
  parameters: ['core', 'words'],
  data: ['core'],
  paper: ['core'],
  search: ['core'],
  offline: [],
  build: ['search', 'offline', 'words', 'site'],
  studies: ['engine', 'core'],
  islands: ['studies', 'engine', 'figures', 'parameters', 'data', 'paper', 'core', 'words', 'site'],
  markdown: ['islands', 'parameters', 'paper', 'core', 'words'],
  authoring: ['markdown', 'islands', 'parameters', 'paper', 'core', 'words', 'site'],
  components: ['islands', 'studies', 'figures', 'paper', 'core', 'search', 'offline', 'words', 'site'],
  layouts: ['components', 'words', 'site', 'styles'],
  pages: ['layouts', 'components', 'islands', 'figures', 'data', 'paper', 'core', 'words', 'site', 'styles'],
};
const layers = [...Object.keys(mayImport), 'site', 'styles'];

/** @param depth folders that a file must at least go up to leave its layer */
const noOtherLayer = (layer, depth = 1) => {
  const allowed = mayImport[layer];
  const forbidden = layers.filter((other) => other !== layer && !allowed.includes(other));
  return {
    regex: `^(@/|(\\.\\./){${depth},})(${forbidden.join('|')})(/|\\.ts$|$)`,
    message: `src/${layer} may import only ${['itself', ...allowed].join(', ')}.`,
  };
};

/** The only file that imports the paper's numbers; baked results are found by `import.meta.glob`. */
const readsFacts = 'src/paper/paper-facts.ts';
const throughReader = {
  regex: 'content/(results|paper)/.*\\.json$',
  message: `Read it through src/islands/kit/baked/baked-results.ts or ${readsFacts}, which check its format.`,
};

const restrictImports = (files, ...patterns) => ({
  files,
  ignores: [readsFacts],
  rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, throughReader] }] },
});

const layerRules = Object.keys(mayImport).map((layer) =>
  restrictImports(
    [`src/${layer}/**/*.{ts,svelte,astro}`],
    // The core has a room of data too; its files lie in rooms.
    noOtherLayer(layer, layer === 'core' ? 2 : 1),
    ...(layer === 'core'
      ? [{ regex: '^[^.]', message: 'src/core imports only by relative path, so that plain node can run it.' }]
      : []),
  ),
);

/** A figure is one room: it imports what serves several from the kit, and nothing of another figure. */
const roomRules = [
  restrictImports(['src/islands/!(kit)/**/*.{ts,svelte,astro}'], noOtherLayer('islands'), {
    regex: '^\\.\\./(?!kit/|\\.\\./)',
    message: 'A room imports src/islands/kit, never the room of another figure. Move what both need to the kit.',
  }),
  restrictImports(['src/islands/kit/*/**/*.{ts,svelte,astro}'], noOtherLayer('islands'), {
    regex: '^\\.\\./\\.\\./(?!\\.\\./)',
    message: 'The kit serves the rooms of figures and knows none of them.',
  }),
];

const pureCore = {
  files: ['src/core/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      'Date',
      'performance',
      'window',
      'document',
      'navigator',
      'self',
      'globalThis',
      'console',
      'process',
    ],
  },
};

const noRandom = {
  object: 'Math',
  property: 'random',
  message: 'Use core/random.ts: the same seed must give the same numbers.',
};
const noGlobalRandom = {
  files: ['src/**/*.{ts,svelte,astro}', 'scripts/**/*.{ts,mjs}'],
  rules: {
    'no-restricted-properties': ['error', noRandom],
    'no-eval': 'error',
    'no-console': 'off',
  },
};

/** In a folder with a space or an umlaut, the path in a file's address is not the file's path. */
const addressPath = {
  selector: 'MemberExpression[property.name="pathname"][object.type="NewExpression"]:has(MetaProperty)',
  message: 'Use fileURLToPath: the path in an address is encoded.',
};
const filePaths = { rules: { 'no-restricted-syntax': ['error', addressPath] } };

/** Only the square root is the same to the last bit in every browser; the others' functions differ, and so would a run's numbers. */
const inexact =
  'acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh'.split(
    ' ',
  );
const sameEverywhere = 'The same seed must give the same bits in every browser: use src/core/elementary.';
const sameBits = {
  files: ['src/{core,data,studies}/**/*.ts', 'src/engine/cpu/**/*.ts', 'scripts/experiments/**/*.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      noRandom,
      ...inexact.map((property) => ({ object: 'Math', property, message: sameEverywhere })),
    ],
    'no-restricted-syntax': [
      'error',
      addressPath,
      { selector: 'BinaryExpression[operator="**"]:not([left.value=2])', message: sameEverywhere },
      { selector: 'AssignmentExpression[operator="**="]', message: sameEverywhere },
      { selector: 'VariableDeclarator[init.name="Math"] > ObjectPattern', message: sameEverywhere },
    ],
  },
};

export default defineConfig(
  {
    ignores: [
      'dist',
      'dist-base',
      '.astro',
      '.cache',
      'node_modules',
      'test-results',
      'playwright-report',
      // AssemblyScript, which its own compiler checks, and what comes of it.
      'src/engine/cpu/wasm',
      'src/engine/cpu/compiled',
    ],
  },
  // Rules that need types are oxlint's, which has them at hand much sooner: see `.oxlintrc.json`.
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  ...svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Naming a key is how an object is written without it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  ...layerRules,
  ...roomRules,
  pureCore,
  noGlobalRandom,
  filePaths,
  sameBits,
);
