import { spawn, spawnSync } from 'node:child_process';
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
  const { command, args, options } = npmCall(words, variables);
  return spawnSync(command, args, { ...options, stdio: 'inherit' }).status ?? 1;
}

/**
 * Runs npm beside other work: what it prints is held back and comes with its exit status.
 *
 * @param {string[]} words arguments of npm
 * @param {Record<string, string>} [variables] added to the environment
 * @returns {Promise<{ status: number, output: string }>}
 */
export function tryNpmAside(words, variables = {}) {
  const { command, args, options } = npmCall(words, variables);
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += String(piece)));
    child.on('error', (error) => resolve({ status: 1, output: `${output}${error.message}\n` }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/**
 * @param {string[]} words
 * @param {Record<string, string>} variables
 */
function npmCall(words, variables) {
  const cli = process.env.npm_execpath;
  return {
    command: cli ? process.execPath : 'npm',
    args: cli ? [cli, ...words] : words,
    options: {
      shell: !cli && process.platform === 'win32',
      env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ASTRO_TELEMETRY_DISABLED: '1', ...variables },
    },
  };
}
