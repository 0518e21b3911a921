import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const stampFile = 'node_modules/.cache/lockfile-hash';
/** What npm writes when it has come to its end; an install that was interrupted lacks it. */
const complete = 'node_modules/.package-lock.json';

/** Installs the locked dependencies, unless the ones that are there were installed from this very lockfile. */
export async function install() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(complete) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  // First of all: npm removes what is there bit by bit, and may be stopped on its way.
  rmSync(stampFile, { force: true });
  console.log('Installing dependencies (npm ci) ...');
  const { status, stopped } = await endingTogether(['ci', '--no-audit', '--no-fund', '--loglevel', 'error']);
  if (stopped) {
    console.error('The install was stopped; the next start begins it anew.');
    process.exit(130);
  }
  if (status !== 0) {
    console.error(
      `npm ci failed with status ${status}. If another install is running in this folder, wait for its end.`,
    );
    process.exit(status);
  }
  mkdirSync('node_modules/.cache', { recursive: true });
  writeFileSync(stampFile, hash);
}

/**
 * Runs npm so that it ends when this process is told to end. Left to itself, it puts an interruption off and goes on
 * writing behind the back of the next install. In a process group of its own, what it started ends with it.
 *
 * @param {string[]} words arguments of npm
 * @returns {Promise<{ status: number, stopped: boolean }>} its exit status, and whether it was made to end
 */
function endingTogether(words) {
  const { command, args, options } = npmCall(words, {});
  const grouped = process.platform !== 'win32';
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'], detached: grouped });
  let stopped = false;
  const stop = () => {
    stopped = true;
    if (child.pid === undefined || child.exitCode !== null) return;
    if (grouped) process.kill(-child.pid, 'SIGKILL');
    else child.kill();
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  return new Promise((resolve) => {
    const end = (/** @type {number} */ status) => {
      for (const signal of signals) process.off(signal, stop);
      resolve({ status, stopped });
    };
    child.on('error', (error) => {
      console.error(error.message);
      end(1);
    });
    child.on('close', (status) => end(status ?? 1));
  });
}

/**
 * Runs npm, the one that started this script if any, and ends this process with its status if it fails.
 *
 * @param {string[]} words arguments of npm
 * @param {Record<string, string>} [variables] added to the environment
 */
export function npm(words, variables = {}) {
  const status = tryNpm(words, variables);
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
 * @param {boolean} [isHeard] whether what it prints is said at once, too
 * @returns {Promise<{ status: number, output: string }>}
 */
export function tryNpmAside(words, variables = {}, isHeard = false) {
  const { command, args, options } = npmCall(words, variables);
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece) => {
        output += String(piece);
        if (isHeard) process.stdout.write(piece);
      });
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
