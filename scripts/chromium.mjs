import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The headless shell draws pages without a browser's own windows, and loads one in half the time. */
export const headlessShell = '/usr/bin/chromium-headless-shell';

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * Where a Chromium is that tests start by its path: the variable CHROMIUM_PATH, else a distribution's. Without one Playwright
 * takes the headless shell that it downloaded.
 *
 * @returns {string | undefined} what the variable says, or a path that exists
 */
export function systemChromium() {
  return process.env.CHROMIUM_PATH || [headlessShell, ...browsers].find((path) => existsSync(path));
}

/**
 * Where a whole browser is, as readers use it, Playwright's download included; the headless shell if there is no other.
 *
 * @returns {string | undefined}
 */
export function chromiumPath() {
  const downloaded = playwrightPath();
  const whole = [...browsers, ...(downloaded ? [downloaded] : [])].find((path) => existsSync(path));
  return process.env.CHROMIUM_PATH || (whole ?? systemChromium());
}

function playwrightPath() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Switches for a headless Chromium that renders WebGL 2 and WebGPU in software and asks nothing of other hosts. */
export const chromiumArguments = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan,WebGPU',
  '--use-webgpu-adapter=swiftshader',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
