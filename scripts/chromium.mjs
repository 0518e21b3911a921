import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const distributionPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * Where a Chromium is: the variable CHROMIUM_PATH, else a distribution's, else the one Playwright downloaded.
 *
 * @returns {string | undefined} a path that exists, or nothing
 */
export function chromiumPath() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return [...distributionPaths, playwrightPath()].find((path) => path && existsSync(path));
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
