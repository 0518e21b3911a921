import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './install.mjs';

const sources = ['src', 'content', 'public', 'astro.config.mjs', 'svelte.config.js', 'package-lock.json'];

/**
 * Builds the site into `folder`, unless the site that is there was built from the same sources for the same address.
 *
 * @param {{ folder?: string, base?: string }} [options] output folder, and the path the site is served below
 */
export function buildIfStale({ folder = 'dist', base = process.env.BASE_PATH ?? '/' } = {}) {
  const stampFile = path.join(folder, '.built-from');
  const stamp = fingerprint([base, process.env.SITE_URL ?? '']);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  // First of all: the build replaces what is there bit by bit, and may be stopped on its way.
  rmSync(stampFile, { force: true });
  console.log(`Building the site into ${folder} ...`);
  npm(['run', '--silent', 'build'], { OUT_DIR: folder, BASE_PATH: base });
  writeFileSync(stampFile, stamp);
}

/** Builds what the tests of the built site look at: the site at the root of a host, and below a path. */
export function buildSites() {
  buildIfStale({ base: '/' });
  buildIfStale({ folder: 'dist-base', base: '/mixup/' });
}

/** @param {string[]} settings hashed along with the path, size and time of every source file */
function fingerprint(settings) {
  const hash = createHash('sha256').update(settings.join('\n'));
  for (const source of sources) {
    const entries = statSync(source).isDirectory() ? readdirSync(source, { recursive: true }).sort() : [''];
    for (const entry of entries) {
      // Made by the build itself.
      if (String(entry).includes('compiled')) continue;
      const file = path.join(source, String(entry));
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
