import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { firefoxPath, webkitPaths } from './other-browsers.mjs';

/** Installs Firefox and WebKit where Debian's packages may be installed; elsewhere what is missing is not tested. */
export function ensureOtherBrowsers() {
  const packages = [...(firefoxPath() ? [] : ['firefox-esr']), ...(webkitPaths() ? [] : ['webkit2gtk-driver', 'xvfb'])];
  const mayInstallPackages = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (packages.length === 0 || !mayInstallPackages) return;
  console.log(`Installing ${packages.join(', ')} (apt-get) ...`);
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ])
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
}
