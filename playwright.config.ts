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
  timeout: 180_000,
  forbidOnly: true,
  reporter: report ? [['line'], ['json', { outputFile: report }]] : 'list',
  use: {
    baseURL: 'http://127.0.0.1:4410',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Pages are drawn without the software GPU, which is kept for what the engines ask of it.
      args: [...chromiumArguments, '--disable-gpu-compositing'],
    },
  },
  webServer: [
    { command: 'node scripts/serve-build.mjs dist / 4410', url: 'http://127.0.0.1:4410/' },
    { command: 'node scripts/serve-build.mjs dist-base /mixup/ 4411', url: 'http://127.0.0.1:4411/mixup/' },
  ],
});
