import { filesOfPage, versionOf, type SiteRecord } from './site-record.ts';

/** What of the browser the decisions below need; tests put their own in its place. */
export interface Browser {
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
  readonly fetch: (asked: Request | string, options?: RequestInit) => Promise<Response>;
  /** The origin of the site, such as `https://example.org`. */
  readonly origin: string;
  /** Calls after some time. */
  readonly after: (milliseconds: number, call: () => void) => void;
}

/** How many pages are kept at most: those that were visited last. */
const mostPages = 40;
/** How long a page that is kept waits for the newest one. */
const patienceInMs = 4000;
/** How many files are fetched side by side, so that what the reader asks for meanwhile comes through. */
const sideBySide = 4;

/**
 * The pages and files of the site that a browser keeps, in one cache for each version of the site: the newest, and the one before
 * it, whose pages may still be open. What comes of a host is asked for first, except for files that are named after their content.
 */
export class KeptSite {
  readonly #record: SiteRecord;
  readonly #browser: Browser;

  constructor(record: SiteRecord, browser: Browser) {
    this.#record = record;
    this.#browser = browser;
  }

  /** Keeps the pages that are kept unasked. What cannot be fetched is kept at a later visit. */
  async keepFirst(): Promise<void> {
    for (const page of this.#record.first) await this.keep(page);
  }

  /** Removes what no page of this version or of the last one before it needs. */
  async removeOld(): Promise<void> {
    const [, ...others] = await this.#ownNames();
    for (const name of others.slice(1)) await this.#browser.caches.delete(name);
  }

  /**
   * Keeps a page together with all that its demos may need, and brings the pages that are kept of the version before up to date.
   * Whatever goes wrong, quota included, leaves what was kept before.
   *
   * @param page its path below the base
   * @returns whether the host has a newer version of the site than this worker
   */
  async keep(page: string): Promise<boolean> {
    try {
      if (!(page in this.#record.pages)) return false;
      const cache = await this.#browser.caches.open(this.#name(this.#record.version));
      const isNewer = await this.#keepPage(cache, page);
      if (!isNewer) await this.#keepWithinBounds(cache);
      return isNewer;
    } catch {
      return false;
    }
  }

  /** Brings the pages that are kept of the version before up to date. */
  async renew(): Promise<void> {
    const [, previous] = await this.#ownNames();
    if (previous === undefined) return;
    const current = await this.#browser.caches.open(this.#name(this.#record.version));
    for (const page of await this.#pagesIn(await this.#browser.caches.open(previous)))
      if (!(await current.match(this.#address(page))) && (await this.keep(page))) return;
  }

  /**
   * What a request of a page is answered with.
   *
   * @param fromHost how the host is asked for a page: the browser may have begun to
   * @returns undefined for requests that are none of the worker's business
   */
  answer(
    request: Request,
    fromHost: () => Promise<Response> = () => this.#browser.fetch(request),
  ): Promise<Response> | undefined {
    const { origin, pathname } = new URL(request.url);
    const { base, files } = this.#record;
    if (request.method !== 'GET' || origin !== this.#browser.origin || !pathname.startsWith(base)) return undefined;
    // Parts of files are never kept, so that they can't be answered for either.
    if (request.headers.has('range')) return undefined;
    const path = pathname.slice(base.length);
    if (request.mode === 'navigate') return this.#page(path, fromHost);
    if (path.startsWith('_astro/')) return this.#namedAfterContent(path, request);
    return files.includes(path) ? this.#file(path, request) : undefined;
  }

  /** The newest page that can be had: the host's, or the kept one if the host is silent, slow or out of order. */
  async #page(page: string, fromHost: () => Promise<Response>): Promise<Response> {
    const path = page.replace(/(^|\/)index\.html$/, '$1');
    const asked = fromHost();
    const isSlow = new Promise<undefined>((resolve) => this.#browser.after(patienceInMs, () => resolve(undefined)));
    try {
      const first = await Promise.race([asked, isSlow]);
      if (first && first.status < 500) return first;
      const kept = await this.#kept(path);
      if (!kept) return await asked;
      // Nobody reads what comes late.
      asked.then(({ body }) => body?.cancel()).catch(() => undefined);
      return kept;
    } catch {
      return (await this.#kept(path)) ?? this.#sorry();
    }
  }

  async #namedAfterContent(path: string, request: Request): Promise<Response> {
    return (await this.#kept(path)) ?? this.#browser.fetch(request);
  }

  /** A file whose content may change under its name. */
  async #file(path: string, request: Request): Promise<Response> {
    try {
      return await this.#browser.fetch(request);
    } catch (error) {
      const kept = await this.#kept(path);
      if (kept) return kept;
      throw error;
    }
  }

  async #kept(path: string): Promise<Response | undefined> {
    for (const name of await this.#ownNames()) {
      const found = await (await this.#browser.caches.open(name)).match(this.#address(path));
      if (found) return found;
    }
    return undefined;
  }

  /** @returns whether the host has a newer page than this worker knows */
  async #keepPage(cache: Cache, page: string): Promise<boolean> {
    const address = this.#address(page);
    const [version] = this.#record.pages[page] ?? [];
    // The reader has just got it: the browser need not ask for it once more, unless that was an older one.
    for (const mode of ['force-cache', 'no-cache'] as const) {
      const response = await this.#fetchWhole(address, { cache: mode });
      if (versionOf(await response.clone().text()) !== version) continue;
      await this.#keepFiles(cache, filesOfPage(this.#record, page));
      await cache.put(address, response);
      return false;
    }
    return true;
  }

  async #keepFiles(cache: Cache, files: readonly string[]): Promise<void> {
    const waiting = [...files];
    const keepSome = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await this.#keepFile(cache, file);
    };
    await Promise.all(Array.from({ length: sideBySide }, keepSome));
  }

  async #keepFile(cache: Cache, file: string): Promise<void> {
    const address = this.#address(file);
    if (await cache.match(address)) return;
    const isNamedAfterContent = file.startsWith('_astro/');
    const known = isNamedAfterContent ? await this.#kept(file) : undefined;
    await cache.put(
      address,
      known ?? (await this.#fetchWhole(address, isNamedAfterContent ? {} : { cache: 'no-cache' })),
    );
  }

  /** @throws when what came is an error, a part, or another file than was asked for */
  async #fetchWhole(address: string, options: RequestInit): Promise<Response> {
    const response = await this.#browser.fetch(address, { ...options, priority: 'low' });
    if (response.status !== 200 || response.redirected) throw new Error(`${address}: status ${response.status}`);
    return response;
  }

  /** Drops the pages that were kept first when there are too many, and the files that only they need. */
  async #keepWithinBounds(cache: Cache): Promise<void> {
    const pages = await this.#pagesIn(cache);
    const excess = pages
      .filter((page) => !this.#record.first.includes(page))
      .slice(0, Math.max(0, pages.length - mostPages));
    if (excess.length === 0) return;
    const staying = new Set(
      pages.filter((page) => !excess.includes(page)).flatMap((page) => [page, ...filesOfPage(this.#record, page)]),
    );
    for (const { url } of await cache.keys()) if (!staying.has(this.#pathOf(url))) await cache.delete(url);
  }

  /** The pages in a cache, those that were kept last at the end. */
  async #pagesIn(cache: Cache): Promise<string[]> {
    const paths = (await cache.keys()).map(({ url }) => this.#pathOf(url));
    return paths.filter((path) => path === '' || path.endsWith('/'));
  }

  /** The names of the site's caches: this version's, whether it is there or not, then the others, the newest first. */
  async #ownNames(): Promise<string[]> {
    const current = this.#name(this.#record.version);
    const own = (await this.#browser.caches.keys()).filter((name) => name.startsWith(this.#name('')));
    return [current, ...own.filter((name) => name !== current).reverse()];
  }

  #sorry(): Response {
    const { base, pages } = this.#record;
    const link = (page: string, words: string): string =>
      page in pages ? ` <a href="${base}${page}">${words}</a>` : '';
    const html =
      '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      '<meta name="color-scheme" content="light dark"><title>No connection</title>' +
      '<body style="max-width:32em;margin:4rem auto;padding:0 1.25rem;font:1.1em/1.5 Georgia,serif"><h1>No connection</h1>' +
      '<p>This page was not visited before, so that it is not kept on this device. Reload it once you are connected.</p>' +
      `<p>What is kept:${link('', 'the first page')}${link('glossary/', 'the glossary')}, and the articles that you have opened.</p>`;
    return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
  }

  #name(version: string): string {
    return `${this.#record.prefix} ${this.#record.base} ${version}`;
  }

  #address(path: string): string {
    return `${this.#browser.origin}${this.#record.base}${path}`;
  }

  #pathOf(address: string): string {
    return address.slice(this.#address('').length);
  }
}
