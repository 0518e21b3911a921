import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './install.mjs';
import { outDir } from './out-dir.mjs';

const sources = ['src', 'content', 'public', 'astro.config.mjs', 'svelte.config.js', 'package-lock.json'];

/**
 * Builds the site into `folder`, unless the site that is there was built from the same sources for the same address.
 *
 * @param {{ folder?: string, base?: string, origin?: string }} [options] output folder, the path the site is served below, and the
 *   origin it is published at, empty where nobody has said it; as the environment's variables say otherwise
 */
export function buildIfStale({
  folder = outDir(),
  base = process.env.BASE_PATH ?? '/',
  origin = process.env.SITE_URL ?? '',
} = {}) {
  // Beside the site and not in it: what is in it gets published.
  const stampFile = path.join('.cache/built-from', encodeURIComponent(folder));
  const made = fingerprint([base, origin]);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === `${made} ${builtAt(folder)}`) return;
  // First of all: the build replaces what is there bit by bit, and may be stopped on its way.
  rmSync(stampFile, { force: true });
  console.log(`Building the site into ${folder} ...`);
  npm(['run', '--silent', 'build'], { OUT_DIR: folder, BASE_PATH: base, SITE_URL: origin });
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${made} ${builtAt(folder)}`);
}

/** Builds what the tests of the built site look at: at the root of a host that nobody has named, and below a path of one that is. */
export function buildSites() {
  buildIfStale({ folder: 'dist', base: '/', origin: '' });
  buildIfStale({ folder: 'dist-base', base: '/mixup/', origin: 'https://mixup.example.org' });
}

/**
 * When the site in a folder was built, whoever asked for it.
 *
 * @param {string} folder
 */
function builtAt(folder) {
  const page = path.join(folder, 'index.html');
  return existsSync(page) ? String(statSync(page).mtimeMs) : 'never';
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
