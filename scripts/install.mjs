import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const stampFile = 'node_modules/.cache/lockfile-hash';

/** Installs the locked dependencies, unless the ones that are there were installed from this very lockfile. */
export function install() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  console.log('Installing dependencies (npm ci) ...');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel', 'error']);
  mkdirSync('node_modules/.cache', { recursive: true });
  writeFileSync(stampFile, hash);
}

/**
 * Runs npm, the one that started this script if any, and ends this process with its status if it fails.
 *
 * @param {string[]} words arguments of npm
 */
export function npm(words) {
  const status = tryNpm(words);
  if (status !== 0) {
    console.error(`npm ${words.join(' ')} failed with status ${status}.`);
    process.exit(status);
  }
}

/**
 * Runs npm and returns its exit status.
 *
 * @param {string[]} words arguments of npm
 * @param {Record<string, string>} [variables] added to the environment
 */
export function tryNpm(words, variables = {}) {
  const cli = process.env.npm_execpath;
  const [command, args] = cli ? [process.execPath, [cli, ...words]] : ['npm', words];
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: !cli && process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ASTRO_TELEMETRY_DISABLED: '1', ...variables },
  });
  return status ?? 1;
}
