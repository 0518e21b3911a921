import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './scripts/chromium.mjs';

const report = process.env.TEST_REPORT;
const executablePath = chromiumPath();

/** Tests of the built site: `dist` at the root of a host, and `dist-base` below `/mixup/`. */
export default defineConfig({
  testDir: 'tests/site',
  outputDir: '.cache/playwright',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  forbidOnly: true,
  reporter: report ? [['line'], ['json', { outputFile: report }]] : 'list',
  use: {
    baseURL: 'http://127.0.0.1:4410',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArguments },
  },
  webServer: [
    {
      command: 'astro preview --host 127.0.0.1 --port 4410',
      url: 'http://127.0.0.1:4410/',
      reuseExistingServer: false,
    },
    {
      command: 'astro preview --host 127.0.0.1 --port 4411',
      url: 'http://127.0.0.1:4411/mixup/',
      reuseExistingServer: false,
      env: { OUT_DIR: 'dist-base', BASE_PATH: '/mixup/' },
    },
  ],
});
