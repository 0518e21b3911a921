import { KeptSite } from './kept-site.ts';
import { isKeepPage, type SiteRecord } from './site-record.ts';
import type { WorkerScope } from './worker-events.ts';

/* The service worker: hands what the browser tells it to the kept site. The build writes the record of the site into it. */

declare const SITE_RECORD: SiteRecord;

const scope = globalThis as unknown as WorkerScope;
const site = new KeptSite(SITE_RECORD, {
  caches: scope.caches,
  fetch: (asked, options) => scope.fetch(asked, options),
  origin: scope.location.origin,
  after: (milliseconds, call) => setTimeout(call, milliseconds),
});

scope.addEventListener('install', (event) => {
  // Pages of the version before stay as they are: their files are kept.
  event.waitUntil(scope.skipWaiting());
});

scope.addEventListener('activate', (event) => {
  const takeOver = async (): Promise<void> => {
    await site.removeOld();
    // Safari came to it later than to service workers, and pages are asked for without it too.
    await (scope.registration.navigationPreload as NavigationPreloadManager | undefined)?.enable();
    await scope.clients.claim();
  };
  event.waitUntil(takeOver());
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const answer = site.answer(request, async () => (await event.preloadResponse) ?? scope.fetch(request));
  if (answer) event.respondWith(answer);
});

scope.addEventListener('message', (event) => {
  const { data } = event;
  if (!isKeepPage(data)) return;
  // Where the worker before this one was called back to work just as it was to go, it has to be told again.
  void scope.skipWaiting();
  const keep = async (): Promise<void> => {
    const isNewer = await site.keep(data.keep);
    // Not waited for: the newer worker waits for this one to be done.
    if (isNewer) return void scope.registration.update().catch(() => undefined);
    await site.keepFirst();
    await site.renew();
  };
  event.waitUntil(keep());
});
