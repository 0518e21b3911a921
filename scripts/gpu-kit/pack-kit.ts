import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browserFiles } from './browser-files.ts';
import { neededPackages } from './needed-packages.ts';
import { cutInParts } from './parts.ts';

/** Of packages neither maps nor types are run, nor what TensorFlow.js offers to pages without modules. */
const unused = /\.(map|d\.[cm]?ts|md)$|\/@tensorflow\/[^/]+\/dist\/tf[-.][^/]*$/;

/** Made here and not kept in the repository. */
const built = ['dist', 'src/engine/cpu/compiled'];

/** What tsconfig.json builds on, of a package that is not needed otherwise. */
const settings = ['node_modules/astro/package.json', 'node_modules/astro/tsconfigs'];

/**
 * Packs the working tree, the packages its benchmark and its tests on GPUs need, Node and a headless browser.
 *
 * @param out folder of the parts and of `run.sh`, which unpacks and runs them
 * @param bytes the most that a part may have
 * @param log is told how far it is
 * @returns the files written
 * @throws Error with what to do first, where something is missing
 */
export function packKit(out: string, bytes: number, log: (progress: string) => void): string[] {
  if (process.platform !== 'linux') throw new Error('The kit is packed on Linux, for Linux.');
  for (const folder of built) {
    if (!existsSync(folder)) throw new Error(`There is no ${folder}: \`npm run build\` makes it.`);
  }
  const work = mkdtempSync(path.join(tmpdir(), 'gpu-kit-'));
  try {
    const kit = path.join(work, 'kit');
    log('gathering files');
    for (const file of [...sources(), ...built, ...settings]) copy(file, path.join(kit, 'site', file));
    for (const folder of neededPackages()) {
      for (const file of filesOf(folder)) if (!unused.test(file)) copy(file, path.join(kit, 'site', file));
    }
    const { browser, libraries } = browserFiles();
    for (const file of browser) copy(file, path.join(kit, 'chromium', path.basename(file)));
    for (const file of libraries) copy(file, path.join(kit, 'lib', path.basename(file)));
    log('compressing');
    const archive = path.join(work, 'kit.tar.xz');
    execFileSync('tar', ['--create', '--xz', '--file', archive, '--directory', work, 'kit'], {
      env: { ...process.env, XZ_OPT: '-T0 -4' },
    });
    mkdirSync(out, { recursive: true });
    for (const old of globSync('kit.part-*', { cwd: out })) rmSync(path.join(out, old));
    const parts = cutInParts(readFileSync(archive), bytes).map((part, n, { length }) => {
      const file = path.join(out, `kit.part-${n + 1}-of-${length}`);
      writeFileSync(file, part);
      return file;
    });
    const run = path.join(out, 'run.sh');
    copyFileSync('scripts/gpu-kit/run.sh', run);
    return [...parts, run];
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** What the repository holds, as it lies in the working tree. */
function sources(): string[] {
  return execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(file));
}

/** A package's own files: what it needs in turn is listed by itself. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesOf(file);
    return file;
  });
}

function copy(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true });
}
