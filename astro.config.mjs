import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { outDir } from './scripts/out-dir.mjs';
import { catalogueModules } from './src/authoring/catalogue/catalogue-modules.ts';
import { contentCheck, pageCheck } from './src/authoring/content-check.ts';
import { knownLanguages } from './src/authoring/known-languages.ts';
import { browserTargets, scriptTarget } from './src/build/browser-targets.ts';
import { firstPaint } from './src/build/first-paint.ts';
import { withoutKnownWarnings } from './src/build/known-warnings.ts';
import { mathTypefaces } from './src/build/math-typefaces.ts';
import { offline } from './src/build/offline/offline.ts';
import { oneSheet } from './src/build/one-sheet.ts';
import { hostHeaders } from './src/build/publish/host-headers.ts';
import { icons } from './src/build/publish/icons.ts';
import { lastChanged, publishing } from './src/build/publish/publishing.ts';
import { search } from './src/build/search/write-search.ts';
import { fonts } from './src/build/typefaces.ts';
import { lateProps } from './src/islands/kit/wake/late-props-integration.ts';
import { wakeDirective } from './src/islands/kit/wake/wake-integration.ts';
import { articleProcessor } from './src/markdown/article-processor.ts';
import { codeColors } from './src/components/code-colors.ts';
import { codeTitle } from './src/markdown/code-title.ts';
import { basePath, site, siteOrigin } from './src/site.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const base = basePath(process.env.BASE_PATH);
const origin = siteOrigin(process.env.SITE_URL);
const folder = outDir();
/** What needs full addresses; a build that was not told where it is to be published has none. */
const home = origin && new URL(base, origin).href;
/** Pages in several languages name each other. */
const languages = Object.fromEntries([site.language, ...knownLanguages(root)].map((code) => [code, code]));
const forPublishers = home
  ? [
      sitemap({
        // Its readers come from the project.
        filter: (page) => page !== `${home}authors/`,
        i18n: { defaultLocale: site.language, locales: languages },
        serialize: (page) => ({ ...page, lastmod: lastChanged(folder, page.url.slice(home.length)) }),
      }),
      publishing(home),
    ]
  : [];
/** Scripts that stand in the page itself, to run before the first paint. */
const bootScripts = ['settings-boot', 'typefaces-boot', 'ask-ahead'].map((name) =>
  readFileSync(new URL(`./src/components/${name}.js`, import.meta.url)),
);

export default defineConfig({
  ...(origin && { site: origin }),
  base,
  outDir: folder,
  // In the project rather than in node_modules, which several checkouts may share.
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  integrations: [
    contentCheck(root),
    mdx(),
    svelte(),
    wakeDirective(),
    firstPaint(),
    lateProps(base),
    icons(),
    hostHeaders(base),
    ...forPublishers,
    search(base),
    offline(base, !process.env.NO_OFFLINE),
    pageCheck(),
  ],
  fonts,
  // Sheets and fonts in files of their own: the policy below allows neither inline style elements nor data: fonts.
  build: { inlineStylesheets: 'never' },
  vite: {
    // The sheets of single parts are small; split, an article would ask for twenty of them before it is drawn. The target replaces
    // light-dark(), which the oldest browsers lack, by custom properties.
    build: { assetsInlineLimit: 0, cssCodeSplit: false, cssTarget: browserTargets },
    // Modules, so that the loops in JavaScript are fetched only where WebAssembly is missing.
    worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
    plugins: [catalogueModules(root), oneSheet(), scriptTarget(), mathTypefaces(), withoutKnownWarnings()],
    // Found only when a reader first needs them; named here, so that `npm run dev` does not reload the page then.
    optimizeDeps: { include: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-webgl/dist/base.js'] },
    resolve: { alias: { long: fileURLToPath(new URL('./src/engine/webgl/long-stand-in.ts', import.meta.url)) } },
  },
  markdown: {
    processor: articleProcessor(root, base, {
      ...codeColors,
      transformers: [codeTitle, ...codeColors.transformers],
    }),
    // The processor colors code itself. Told here, Astro would warn of style attributes, which the policy below allows.
    syntaxHighlight: false,
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
      ],
      scriptDirective: {
        // The second lets the CPU engine compile its loops, and nothing else: no text becomes JavaScript.
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: bootScripts.map((script) => `sha256-${createHash('sha256').update(script).digest('base64')}`),
      },
      // KaTeX and Shiki place glyphs and colors by style attributes.
      styleDirective: {
        resources: [
          { resource: "'self'", kind: 'element' },
          { resource: "'unsafe-inline'", kind: 'attribute' },
        ],
      },
    },
  },
});
