import type { Browser } from '../../../src/offline/kept-site.ts';

/** A cache as the standard says it: whole answers by their addresses, in the order of putting. */
class FakeCache {
  readonly #kept = new Map<string, Response>();
  readonly #room: () => boolean;

  constructor(room: () => boolean) {
    this.#room = room;
  }

  match(address: string): Promise<Response | undefined> {
    return Promise.resolve(this.#kept.get(address)?.clone());
  }

  put(address: string, response: Response): Promise<void> {
    if (response.status === 206) return Promise.reject(new TypeError('Partial'));
    if (!this.#room()) return Promise.reject(new DOMException('Full', 'QuotaExceededError'));
    this.#kept.delete(address);
    this.#kept.set(address, response);
    return Promise.resolve();
  }

  delete(address: string): Promise<boolean> {
    return Promise.resolve(this.#kept.delete(address));
  }

  keys(): Promise<{ url: string }[]> {
    return Promise.resolve(Array.from(this.#kept.keys(), (url) => ({ url })));
  }
}

/** A browser without a window, and the host that it asks. */
export class FakeBrowser implements Browser {
  readonly origin = 'https://example.org';
  /** What the host has, by path; a number is the status of an error. */
  readonly host = new Map<string, string | number>();
  /** Every path that the host was asked for. */
  readonly asked: string[] = [];
  isConnected = true;
  /** How many more answers there is room for. */
  room = Number.POSITIVE_INFINITY;
  /** Whether the host takes longer than anybody waits. */
  isSlow = false;
  readonly #caches = new Map<string, FakeCache>();

  readonly caches = {
    open: (name: string): Promise<Cache> => {
      const cache = this.#caches.get(name) ?? new FakeCache(() => this.room-- > 0);
      this.#caches.set(name, cache);
      return Promise.resolve(cache as unknown as Cache);
    },
    keys: (): Promise<string[]> => Promise.resolve([...this.#caches.keys()]),
    delete: (name: string): Promise<boolean> => Promise.resolve(this.#caches.delete(name)),
  };

  readonly fetch = (asked: Request | string): Promise<Response> => {
    const { pathname } = new URL(typeof asked === 'string' ? asked : asked.url);
    this.asked.push(pathname);
    if (this.isSlow) return new Promise(() => undefined);
    if (!this.isConnected) return Promise.reject(new TypeError('Failed to fetch'));
    const content = this.host.get(pathname) ?? 404;
    const isError = typeof content === 'number';
    return Promise.resolve(new Response(isError ? 'An error' : content, { status: isError ? content : 200 }));
  };

  readonly after = (_: number, call: () => void): void => {
    if (this.isSlow) call();
  };

  /** Everything that is kept, in all caches: paths, in their order. */
  async kept(): Promise<string[]> {
    const all = await Promise.all(Array.from(this.#caches.values(), (cache) => cache.keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  }
}
