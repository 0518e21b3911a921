import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath, headlessShell } from './chromium.mjs';
import { tryNpm } from './install.mjs';

/**
 * Makes sure that a Chromium is there: Debian's packages where we may install them, the headless shell if it can be had, else
 * Playwright's own download.
 */
export function ensureChromium() {
  if (process.env.CHROMIUM_PATH || existsSync(headlessShell)) return;
  const mayInstallPackages = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstallPackages) {
    console.log('Installing Chromium (apt-get) ...');
    const apt = (/** @type {string[]} */ words) =>
      spawnSync('apt-get', words, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell']);
    if (!chromiumPath()) apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else if (!chromiumPath()) {
    console.log('Downloading Chromium (Playwright) ...');
    tryNpm(['exec', '--', 'playwright', 'install', 'chromium'], { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '' });
  }
  if (!chromiumPath()) {
    console.error(
      'No Chromium was found and none could be installed. Install one, or name it in the variable CHROMIUM_PATH.',
    );
    process.exit(1);
  }
}
