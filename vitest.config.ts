import { globSync, readFileSync } from 'node:fs';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, systemChromium } from './scripts/chromium.mjs';
import { compileKernels } from './scripts/compile-kernels.mjs';

await compileKernels();

const report = process.env.TEST_REPORT;
const executablePath = systemChromium();

/** A test without a single expectation fails: it looked at an empty list. */
const inNode = { environment: 'node', expect: { requireAssertions: true } } as const;

/**
 * Starting a process takes longer than most files' tests, so files share one, and with it the modules that others have
 * loaded. Those that put others in the place of modules keep a process each.
 */
const shared = { ...inNode, isolate: false, unstubGlobals: true, restoreMocks: true } as const;
const apart = globSync('tests/unit/**/*.test.ts').filter((file) =>
  /\bvi\.(mock|doMock)\(/.test(readFileSync(file, 'utf8')),
);

/** Unit and content tests run in Node; gpu tests in a real Chromium with software WebGL and WebGPU. */
export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })],
        test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts'], exclude: apart, testTimeout: 30_000 },
      },
      { test: { ...inNode, name: 'unit apart', include: apart, testTimeout: 30_000 } },
      { test: { ...shared, name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 120_000 } },
      {
        // One file for each browser; the two walk side by side. A page that fails and then passes is told by its name.
        test: {
          name: 'browsers',
          include: ['tests/browsers/**/*.test.ts'],
          testTimeout: 300_000,
          maxWorkers: 2,
          retry: 1,
        },
      },
      {
        optimizeDeps: {
          include: [
            '@tensorflow/tfjs-core',
            '@tensorflow/tfjs-backend-webgl',
            '@tensorflow/tfjs-backend-webgl/dist/base.js',
            '@tensorflow/tfjs',
            'katex',
            'unist-util-visit',
          ],
        },
        test: {
          name: 'gpu',
          include: ['tests/gpu/**/*.test.ts'],
          testTimeout: 120_000,
          maxWorkers: 2,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArguments },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
