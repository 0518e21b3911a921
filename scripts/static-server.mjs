import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

/** What a file is, by the end of its name; anything else is bytes to download. */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

/** What the build names after its content changes only with its name. */
const isNamedAfterContent = (/** @type {string} */ url) => url.includes('/_astro/');

/** What reading says of a path that leads to no file. */
const absent = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EISDIR'];

/**
 * Serves a built site to this machine, as a static host would: `index.html` of folders, `404.html` for what is not
 * there, folders with a slash at the end. Files are read anew for each request, so that the next build shows at once;
 * nothing is kept on disk, so that a server that was killed is in nobody's way.
 *
 * @param {string} folder what is served
 * @param {{ base?: string, port?: number }} [options] the path the site is served below, beginning and ending with a
 *   slash; and the first port to try, from 0 (any free one) to 65535
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>} where the site is
 * @throws when no port can be had, with a sentence that says what to do
 */
export async function serveFolder(folder, { base = '/', port = 0 } = {}) {
  const server = createServer((request, response) => {
    answerFrom(folder, request.url ?? '/', base).then(
      ({ status, headers, body }) => {
        const allowed = request.method === 'GET' || request.method === 'HEAD';
        if (!allowed) return response.writeHead(405, { allow: 'GET, HEAD' }).end();
        response.writeHead(status, {
          ...headers,
          'content-length': body.length,
          'cache-control':
            status === 200 && isNamedAfterContent(request.url ?? '') ? 'max-age=31536000, immutable' : 'no-cache',
        });
        response.end(request.method === 'HEAD' ? undefined : body);
      },
      (/** @type {unknown} */ error) => {
        console.error(error);
        response.writeHead(500, { 'content-type': types['.txt'] }).end('This file could not be read.\n');
      },
    );
  });
  // Whoever asks again just as a connection is given up gets no answer; most are done within a minute.
  server.keepAliveTimeout = 60_000;
  const taken = await listen(server, port);
  return {
    address: `http://127.0.0.1:${taken}${base}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * What a static host answers to a request.
 *
 * @param {string} site the folder that is served
 * @param {string} url path and query, as requested
 * @param {string} [base] the path the site is served below
 * @returns {Promise<{ status: number, headers: Record<string, string>, body: Buffer }>}
 */
export async function answerFrom(site, url, base = '/') {
  const folder = path.resolve(site);
  const [requested = '/', query] = url.split(/\?(.*)/s);
  if (`${requested}/` === base) return movedTo(base, query);
  const segments = requested.startsWith(base) ? segmentsOf(requested.slice(base.length)) : undefined;
  if (!segments) return missing(folder, base);
  const file = path.join(folder, ...segments);
  if (requested.endsWith('/')) return (await found(path.join(file, 'index.html'))) ?? missing(folder, base);
  const own = await found(file);
  if (own) return own;
  if (!(await found(path.join(file, 'index.html')))) return missing(folder, base);
  return movedTo(`${base}${segments.map(encodeURIComponent).join('/')}/`, query);
}

/**
 * The names along a path; nothing for one that is malformed or leads to hidden files or out of the folder.
 *
 * @param {string} requested below the base
 * @returns {string[] | undefined}
 */
function segmentsOf(requested) {
  try {
    const names = requested.split('/').filter(Boolean).map(decodeURIComponent);
    return names.some((name) => name.startsWith('.') || /[/\\\0]/.test(name)) ? undefined : names;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
async function found(file) {
  try {
    const headers = { 'content-type': typeOf(file) };
    return { status: 200, headers, body: await readFile(file) };
  } catch (error) {
    if (absent.includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) return undefined;
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {string} base
 */
async function missing(folder, base) {
  const page = await found(path.join(folder, '404.html'));
  if (page) return { ...page, status: 404 };
  const body = Buffer.from(`There is nothing at this address. The site is served below ${base}\n`);
  return { status: 404, headers: { 'content-type': types['.txt'] }, body };
}

/**
 * @param {string} where
 * @param {string | undefined} query
 */
function movedTo(where, query) {
  const location = query === undefined ? where : `${where}?${query}`;
  return { status: 301, headers: { location }, body: Buffer.alloc(0) };
}

/** @param {string} file */
function typeOf(file) {
  const ending = path.extname(file).toLowerCase();
  return types[/** @type {keyof typeof types} */ (ending)] ?? 'application/octet-stream';
}

/**
 * Listens at the first free port from `first` on, and returns it.
 *
 * @param {import('node:http').Server} server
 * @param {number} first
 * @returns {Promise<number>}
 */
async function listen(server, first) {
  for (let port = first; port <= 65535; port += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          resolve(undefined);
        });
      });
      return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EACCES')
        throw new Error(
          `Port ${port} may not be used without special rights. Choose one above 1023: PORT=8080 npm start`,
        );
      if (code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`All ports from ${first} to 65535 are taken. Choose a lower one: PORT=4321 npm start`);
}
