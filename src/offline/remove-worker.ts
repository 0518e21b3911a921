import type { WorkerScope } from './worker-events.ts';

/* What is published in the place of the service worker once a site no longer wants one: it takes itself and all that was kept away. */

declare const CACHE_PREFIX: string;

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
// Pages tell a worker that has not taken over, as they tell every worker what to keep.
scope.addEventListener('message', () => void scope.skipWaiting());

scope.addEventListener('activate', (event) => {
  const remove = async (): Promise<void> => {
    for (const name of await scope.caches.keys()) if (name.startsWith(CACHE_PREFIX)) await scope.caches.delete(name);
    await scope.registration.unregister();
  };
  event.waitUntil(remove());
});
