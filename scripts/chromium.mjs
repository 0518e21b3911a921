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

const common = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const card = ['--ignore-gpu-blocklist', '--disable-gpu-sandbox', '--disable-gpu-watchdog'];

/** What draws, and the switches that choose it: a software renderer, the same everywhere, or this machine's card by one of the ways to it. */
const switches = {
  software: [
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--enable-features=Vulkan,WebGPU',
    '--use-webgpu-adapter=swiftshader',
  ],
  // Without a screen an NVIDIA card is reached through Vulkan; nothing is drawn onto a surface there.
  vulkan: [
    ...card,
    '--use-angle=vulkan',
    '--use-vulkan=native',
    '--disable-vulkan-surface',
    '--enable-features=Vulkan,VulkanFromANGLE,WebGPU',
  ],
  egl: [
    ...card,
    '--use-gl=angle',
    '--use-angle=gl-egl',
    '--use-vulkan=native',
    '--disable-vulkan-surface',
    '--enable-features=Vulkan,WebGPU',
  ],
  system: [...card, '--use-angle=default', '--enable-features=Vulkan,WebGPU'],
};

/** @typedef {keyof typeof switches} Graphics */

/** The ways to this machine's card, in the order in which they are tried. */
export const cardGraphics = /** @type {const} */ (['vulkan', 'egl', 'system']);

/**
 * @param {string} name
 * @returns {name is Graphics} whether something that draws has this name
 */
export function isGraphics(name) {
  return Object.hasOwn(switches, name);
}

/**
 * Switches for a headless Chromium with WebGL 2 and WebGPU that asks nothing of other hosts.
 *
 * @param {string} graphics what draws
 * @returns {string[]}
 * @throws RangeError if there is nothing of this name
 */
export function argumentsFor(graphics) {
  if (isGraphics(graphics)) return [...common, ...switches[graphics]];
  throw new RangeError(`GRAPHICS is "${graphics}"; it may be ${Object.keys(switches).join(', ')}.`);
}

/** What the variable GRAPHICS says, else software renderers. */
export const chromiumArguments = argumentsFor(process.env.GRAPHICS || 'software');
