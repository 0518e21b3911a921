import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Where a Firefox is: the variable FIREFOX_PATH, else Debian's long-term one, else another.
 *
 * @returns {string | undefined} a path that exists, or nothing
 */
export function firefoxPath() {
  const named = process.env.FIREFOX_PATH;
  if (named) return named;
  const usual = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
  return usual.find((file) => existsSync(file));
}

/**
 * What it takes to drive a WebKit: WebKitGTK's smallest browser, its WebDriver, and a screen that nobody looks at.
 *
 * @returns {{ browser: string, driver: string, screen: string } | undefined} paths that exist, or nothing if one is missing
 */
export function webkitPaths() {
  const browser = ['/usr/lib', '/usr/libexec'].flatMap(miniBrowsers)[0];
  const driver = '/usr/bin/WebKitWebDriver';
  const screen = '/usr/bin/Xvfb';
  return browser && existsSync(driver) && existsSync(screen) ? { browser, driver, screen } : undefined;
}

/**
 * The newest first. Distributions keep it below a folder of the processor's architecture, or not.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function miniBrowsers(folder) {
  if (!existsSync(folder)) return [];
  const folders = readdirSync(folder).filter((name) => /^webkit2?gtk-|-linux-gnu/.test(name));
  return folders
    .flatMap((name) => {
      const inside = path.join(folder, name);
      if (/-linux-gnu/.test(name)) return miniBrowsers(inside);
      const file = path.join(inside, 'MiniBrowser');
      return existsSync(file) ? [file] : [];
    })
    .sort()
    .reverse();
}
