import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenOnFreePort } from '../../free-port.ts';

/*
 * `npm start` in a small project of its own, with a stand-in for npm: `ci` installs at once or, where a file `slow` lies,
 * goes on for a long time and, like npm, doesn't mind an interruption; `run build` builds one page.
 */
const start = join(import.meta.dirname, '../../../scripts/start.mjs');
const standIn = `
import { existsSync, mkdirSync, writeFileSync, appendFileSync } from 'node:fs';
const [command] = process.argv.slice(2);
appendFileSync('calls', command + ' ' + process.pid + '\\n');
if (command === 'ci') {
  process.on('SIGINT', () => undefined);
  if (existsSync('slow')) await new Promise((resolve) => setTimeout(resolve, 60_000));
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', '{}');
} else {
  mkdirSync(process.env.OUT_DIR, { recursive: true });
  writeFileSync(process.env.OUT_DIR + '/index.html', 'The blog');
}
`;

let project: string;
let running: ChildProcess[] = [];

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'my site ü '));
  for (const name of ['src', 'content', 'public']) mkdirSync(join(project, name));
  for (const name of ['astro.config.mjs', 'svelte.config.js', 'package-lock.json'])
    writeFileSync(join(project, name), '');
  writeFileSync(join(project, 'npm.mjs'), standIn);
});

afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
  running = [];
  rmSync(project, { recursive: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function npmStart(variables: Record<string, string> = {}, cwd = project): Started {
  const child = spawn(process.execPath, [start], {
    cwd,
    env: {
      ...process.env,
      BASE_PATH: '',
      OUT_DIR: '',
      PORT: '0',
      npm_execpath: join(project, 'npm.mjs'),
      ...variables,
    },
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += String(piece)));
  return { child, said: () => said, ended: new Promise((resolve) => child.once('close', resolve)) };
}

/** Waits for the address that is printed, and fetches what is there. */
async function page({ said }: Started): Promise<string> {
  const address = await vi.waitFor(() => /http:\S+/.exec(said())?.[0] ?? expect.fail(said()), { timeout: 20_000 });
  return (await fetch(address)).text();
}

const calls = (): string[] =>
  existsSync(join(project, 'calls')) ? readFileSync(join(project, 'calls'), 'utf8').trim().split('\n') : [];

/** Whether a process lives. */
function lives(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

test('a server that was killed is in nobody’s way: the blog is served again, with nothing installed or built anew', async () => {
  const first = npmStart();
  expect(await page(first)).toBe('The blog');
  first.child.kill('SIGKILL');
  await first.ended;
  const second = npmStart();
  expect(await page(second)).toBe('The blog');
  expect(calls().map((call) => call.split(' ')[0])).toEqual(['ci', 'run']);
});

test('a site that is built elsewhere is served from there', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'built elsewhere '));
  const started = npmStart({ OUT_DIR: elsewhere });
  expect(await page(started)).toBe('The blog');
  expect(existsSync(join(project, 'dist'))).toBe(false);
  expect(await page(npmStart({ OUT_DIR: elsewhere }))).toBe('The blog');
  expect(calls().map((call) => call.split(' ')[0])).toEqual(['ci', 'run']);
  rmSync(elsewhere, { recursive: true });
});

test('a port that is taken is named, and the next free one serves', async () => {
  const other = await listenOnFreePort(createServer());
  const { port } = other;
  const started = npmStart({ PORT: String(port) });
  expect(await page(started)).toBe('The blog');
  expect(started.said()).toMatch(new RegExp(`Port ${port} is taken; \\d+ is free\\.`));
  await other.close();
});

for (const port of ['abc', '99999', '-1', '80.5', '4321x'])
  test(`PORT=${port} gets a sentence before anything is installed`, async () => {
    const started = npmStart({ PORT: port });
    expect(await started.ended).toBe(1);
    expect(started.said()).toBe(`PORT: expected a whole number from 0 (any free port) to 65535, came "${port}".\n`);
    expect(calls()).toEqual([]);
  });

test('a folder whose name can’t be part of an address gets a sentence before anything is installed', async () => {
  const folder = join(project, 'what? #1');
  mkdirSync(folder);
  const started = npmStart({}, folder);
  expect(await started.ended).toBe(1);
  expect(started.said()).toContain('with “#” and “?” in its path');
  expect(started.said()).toContain('Rename or move that folder.');
  expect(existsSync(join(folder, 'calls'))).toBe(false);
});

test('an interrupted install ends at once with all it started, and the next start installs anew', async () => {
  writeFileSync(join(project, 'slow'), '');
  const first = npmStart();
  const id = await vi.waitFor(() => Number(calls()[0]?.split(' ')[1] ?? expect.fail(first.said())), {
    timeout: 20_000,
  });
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(130);
  expect(lives(id)).toBe(false);
  expect(first.said()).toContain('the next start begins it anew');
  rmSync(join(project, 'slow'));
  expect(await page(npmStart())).toBe('The blog');
  expect(calls().map((call) => call.split(' ')[0])).toEqual(['ci', 'ci', 'run']);
});

test('an install that npm itself did not finish is done anew, though an older one was complete', async () => {
  const first = npmStart();
  await page(first);
  rmSync(join(project, 'node_modules/.package-lock.json'));
  expect(await page(npmStart())).toBe('The blog');
  expect(calls().filter((call) => call.startsWith('ci'))).toHaveLength(2);
});

test('a build that did not come to its end is done anew, even for sources that were built before', async () => {
  await page(npmStart());
  const config = join(project, 'astro.config.mjs');
  const { atime, mtime } = statSync(config);
  const npm = readFileSync(join(project, 'npm.mjs'), 'utf8');
  writeFileSync(join(project, 'npm.mjs'), `${npm}\nif (command === 'run') process.exit(1);`);
  writeFileSync(config, '// half way');
  expect(await npmStart().ended).toBe(1);
  writeFileSync(join(project, 'npm.mjs'), npm);
  writeFileSync(config, '');
  utimesSync(config, atime, mtime);
  expect(await page(npmStart())).toBe('The blog');
  expect(calls().filter((call) => call.startsWith('run'))).toHaveLength(3);
});
