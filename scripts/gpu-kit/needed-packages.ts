import { existsSync, readFileSync } from 'node:fs';

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The packages of a `package-lock.json`, by their folders. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** What the benchmark and the tests on GPUs import, directly or through the configuration of Vitest. */
const imported = [
  '@jax-js/jax',
  '@sveltejs/vite-plugin-svelte',
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-core',
  '@vitest/browser-playwright',
  'd3-array',
  'd3-contour',
  'fast-check',
  'node',
  'playwright',
  'svelte',
  'vite',
  'vitest',
];

/** Folders of the packages that the benchmark and the tests on GPUs need, those that they need in turn included. */
export function neededPackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: LockedPackages };
  return closureOf(packages, imported).filter((folder) => existsSync(folder));
}

/**
 * Folders of some packages and of all that they depend on, as npm has laid them out: a package is looked for in the folder of
 * the one that needs it, then further up.
 *
 * @throws Error if one of the first is not there
 */
export function closureOf(packages: LockedPackages, names: readonly string[]): string[] {
  const found = new Set<string>();
  const add = (folder: string): void => {
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies, optionalDependencies, peerDependencies } = packages[folder] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const next = folderOf(packages, folder, name);
      // What is optional may be missing.
      if (next !== undefined) add(next);
    }
  };
  for (const name of names) {
    const folder = folderOf(packages, '', name);
    if (folder === undefined) throw new Error(`package-lock.json has no package "${name}".`);
    add(folder);
  }
  return [...found].sort();
}

function folderOf(packages: LockedPackages, from: string, name: string): string | undefined {
  const folder = `${from && `${from}/`}node_modules/${name}`;
  if (packages[folder]) return folder;
  return from === ''
    ? undefined
    : folderOf(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}
