import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { serveFolder } from '../../../scripts/static-server.mjs';
import { listenOnFreePort } from '../../free-port.ts';

const outside = mkdtempSync(join(tmpdir(), 'my site ü '));
const folder = join(outside, 'dist');
for (const name of ['about', '_astro']) mkdirSync(join(folder, name), { recursive: true });
for (const [name, text] of Object.entries({
  'index.html': '<h1>Home, α</h1>',
  'about/index.html': '<h1>About</h1>',
  '404.html': '<h1>Not here</h1>',
  'points.csv': 'α,β\n',
  'main.js': '1;',
  '_astro/main.Bx4f.js': '1;',
  'kernel.wasm': '\0asm',
  'rss.xml': '<rss/>',
  'a b ü.txt': 'spaced',
  '.built-from': 'stamp',
}))
  writeFileSync(join(folder, name), text);
writeFileSync(join(outside, 'secret.txt'), 'secret');
afterAll(() => rmSync(outside, { recursive: true }));

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(options: Parameters<typeof serveFolder>[1] = {}): ReturnType<typeof serveFolder> {
  const server = await serveFolder(folder, options);
  open.push(server);
  return server;
}

/** Asks for a path exactly as it is written; `fetch` would tidy it up first. */
function ask(port: number, path: string, method = 'GET'): Promise<{ status: number; location?: string; body: string }> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = '';
      response.on('data', (piece) => (body += String(piece)));
      response.on('end', () => {
        const { location } = response.headers;
        resolve({ status: response.statusCode ?? 0, body, ...(location !== undefined && { location }) });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('files come with the type that browsers need to use them', async () => {
  const { address } = await serve();
  const typeOf = async (path: string): Promise<string | null> =>
    (await fetch(`${address}${path}`)).headers.get('content-type');
  expect(await typeOf('')).toBe('text/html; charset=utf-8');
  expect(await typeOf('about/')).toBe('text/html; charset=utf-8');
  expect(await typeOf('points.csv')).toBe('text/csv; charset=utf-8');
  expect(await typeOf('main.js')).toBe('text/javascript; charset=utf-8');
  expect(await typeOf('kernel.wasm')).toBe('application/wasm');
  expect(await typeOf('rss.xml')).toBe('application/xml; charset=utf-8');
  expect(await (await fetch(`${address}a%20b%20%C3%BC.txt`)).text()).toBe('spaced');
});

test('a folder is served with a slash at the end, its query kept', async () => {
  const { port } = await serve();
  expect(await ask(port, '/about?v=1')).toMatchObject({ status: 301, location: '/about/?v=1' });
  expect(await ask(port, '/about/?v=1')).toMatchObject({ status: 200, body: '<h1>About</h1>' });
});

test('what is not there gets the page that says so', async () => {
  const { port } = await serve();
  expect(await ask(port, '/nowhere/')).toMatchObject({ status: 404, body: '<h1>Not here</h1>' });
  expect(await ask(port, '/about/index.html/deeper')).toMatchObject({ status: 404 });
});

test('nothing outside the folder, and nothing hidden, is served', async () => {
  const { port } = await serve();
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/.built-from',
    '/%',
    '/%00',
    '//x//',
  ])
    expect((await ask(port, path)).status, path).toBe(404);
});

test('a question for the head alone is answered without a body, other methods are refused', async () => {
  const { address } = await serve();
  const head = await fetch(`${address}points.csv`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '6', '']);
  expect((await fetch(address, { method: 'POST' })).status).toBe(405);
});

test('below a path only that path is served, and its first part leads there', async () => {
  const { address, port } = await serve({ base: '/mixup/' });
  expect(address).toBe(`http://127.0.0.1:${port}/mixup/`);
  expect(await ask(port, '/mixup/about/')).toMatchObject({ status: 200 });
  expect(await ask(port, '/mixup?v=1')).toMatchObject({ status: 301, location: '/mixup/?v=1' });
  expect(await ask(port, '/about/')).toMatchObject({ status: 404 });
});

test('a build that replaces a file shows at once', async () => {
  const { address } = await serve();
  expect(await (await fetch(`${address}main.js`)).text()).toBe('1;');
  writeFileSync(join(folder, 'main.js'), '2;');
  expect(await (await fetch(`${address}main.js`)).text()).toBe('2;');
});

test('a connection is kept for a minute, so that no request meets its end', async () => {
  const { address } = await serve();
  expect((await fetch(address)).headers.get('keep-alive')).toBe('timeout=60');
});

test('browsers keep what is named after its content, and ask again for all else', async () => {
  const { address } = await serve();
  const kept = async (path: string) => (await fetch(`${address}${path}`)).headers.get('cache-control');
  expect(await kept('_astro/main.Bx4f.js')).toContain('immutable');
  for (const path of ['', 'main.js', 'points.csv', '_astro/gone.js']) expect(await kept(path)).toBe('no-cache');
});

test('if a port is taken the next free one is used', async () => {
  const other = await listenOnFreePort(createServer());
  open.push(other);
  const { port } = other;
  const served = await serve({ port });
  expect(served.port).toBeGreaterThan(port);
  expect((await ask(served.port, '/')).status).toBe(200);
});
