import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { askOtherHosts, linksToOtherHosts } from '../../../scripts/other-hosts.mjs';
import { listenOnFreePort, type Listening } from '../../free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'links ü '));
afterAll(() => rmSync(folder, { recursive: true }));

let other: Listening | undefined;
afterEach(async () => other?.close());

/** A host that answers as its path says: with that status, or never. */
const answer: RequestListener = ({ url = '', method }, response) => {
  if (url === '/silent') return;
  if (method === 'HEAD') response.writeHead(405).end();
  else if (url === '/moved') response.writeHead(301, { location: '/200' }).end();
  else if (url === '/moved-away') response.writeHead(302, { location: '/404' }).end();
  else response.writeHead(Number(url.slice(1)), { 'content-type': 'text/html' }).end('<p>An answer</p>');
};

test('what a host says is gone is told apart from what it does not say, and all else is there', async () => {
  const { origin } = (other = await listenOnFreePort(createServer(answer)));
  const paths = ['200', 'moved', 'moved-away', '404', '410', '403', '429', '500', 'silent'];
  const links = new Map(paths.map((path) => [`${origin}/${path}`, ['a.html', 'b.html']]));
  const { gone, untold } = await askOtherHosts(links, { patienceMs: 300, together: 3 });
  const told = (line: string): string => line.replace(`${origin}/`, '');
  expect(gone.map(told)).toEqual([
    '404 (404), in a.html, b.html',
    '410 (410), in a.html, b.html',
    'moved-away (404), in a.html, b.html',
  ]);
  expect(untold.map(told)).toEqual([
    '403 (403), in a.html, b.html',
    '429 (429), in a.html, b.html',
    '500 (500), in a.html, b.html',
    expect.stringMatching(/^silent \(.*timeout.*\), in a\.html, b\.html$/),
  ]);
});

test('a host that does not answer at all is named with the reason', async () => {
  const { origin, port, close } = await listenOnFreePort(createServer(answer));
  await close();
  const { gone, untold } = await askOtherHosts(new Map([[`${origin}/`, ['a.html']]]));
  expect(gone).toEqual([]);
  expect(untold).toEqual([expect.stringContaining(`ECONNREFUSED 127.0.0.1:${port}`)]);
});

test('addresses of other hosts are gathered from all pages: each once, without fragments, with the pages that link to it', () => {
  mkdirSync(join(folder, 'deep'));
  writeFileSync(
    join(folder, 'a.html'),
    '<a href="/here/">here</a> <a class="x" href="https://b.example/?q=1&amp;r=2#part">b</a> <a href="https://b.example/?q=1&#38;r=2">b</a>' +
      '<link href="https://c.example/"> <a href="#top">top</a> <a href="mailto:us@d.example">us</a>',
  );
  writeFileSync(
    join(folder, 'deep/b.html'),
    '<a href="https://b.example/?q=1&amp;r=2">b</a><a href="http://e.example/">e</a>',
  );
  const pages = (files: string[]): string[] => files.map((file) => file.slice(folder.length + 1).replaceAll(sep, '/'));
  expect([...linksToOtherHosts(folder)].map(([address, files]) => [address, pages(files)])).toEqual([
    ['https://b.example/?q=1&r=2', ['a.html', 'deep/b.html']],
    ['http://e.example/', ['deep/b.html']],
  ]);
});
