import { defineConfig } from '@playwright/test';
import { chromiumArguments, systemChromium } from './scripts/chromium.mjs';

const report = process.env.TEST_REPORT;
const executablePath = systemChromium();

/** Tests of the built site: `dist` at the root of a host, and `dist-base` below `/mixup/`; `serve-sites.ts` serves both. */
export default defineConfig({
  testDir: 'tests/site',
  globalSetup: './tests/site/serve-sites.ts',
  outputDir: '.cache/playwright',
  fullyParallel: true,
  // On two cores: while one test waits for its page's clock, two others work.
  workers: 3,
  timeout: 120_000,
  // What fails and then passes is a browser or a machine that was busy elsewhere; it is told at the end, by its name.
  retries: 1,
  // What is expected soon comes within a second on a machine at rest; two cores that render in software may be busy.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: report ? [['line'], ['json', { outputFile: report }]] : 'list',
  use: {
    // A page of its own for each test, but not a window: opening one takes longer than loading an article.
    reuseContext: true,
    // What a page shows is what its host has: only the test of the service worker has one.
    serviceWorkers: 'block',
    baseURL: process.env['ROOT_SITE'],
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Pages are drawn without the software GPU, which is kept for what the engines ask of it.
      args: [...chromiumArguments, '--disable-gpu-compositing'],
    },
  },
});
