import type { Engine } from '../engine.ts';
import { loadEngine } from './load-engine.ts';
import type { PageEngine } from './page-engine.ts';

/**
 * The CPU engine in the place of a page's engine, for a run that nobody asked for: it neither asks for a GPU nor loads the code
 * of another engine, not even when its workers end.
 *
 * @throws Error if workers cannot run here: what nobody asked for does not take the page's own thread
 */
export async function cpuOnly(): Promise<{ pageEngine: PageEngine; engine: Engine }> {
  const engine = await loadEngine('cpu', 'workers');
  const pageEngine: PageEngine = {
    get: () => Promise.resolve({ engine, notices: [] }),
    replace: (_failed, reason) => Promise.reject(new Error(reason)),
    force: () => Promise.resolve(),
    listen: () => () => undefined,
  };
  return { pageEngine, engine };
}
