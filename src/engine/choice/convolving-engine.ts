import { engineLabels, type Engine } from '../engine.ts';
import { endEngine } from './end-engine.ts';
import { loadEngine } from './load-engine.ts';
import type { EngineNews, PageEngine } from './page-engine.ts';

/** A page's engine for networks with convolutions, and the end of what was started for it. */
interface ConvolvingEngine {
  readonly pageEngine: PageEngine;
  readonly dispose: () => void;
}

/**
 * The page's engine where it trains convolutions; where it does not, the CPU engine in its place, with a sentence that says so. All
 * else that runs on the page stays with its engine.
 *
 * @param startCpu starts the CPU engine
 */
export function convolvingEngine(
  page: PageEngine,
  startCpu: (threads: 'either' | 'page') => Promise<Engine> = (threads) => loadEngine('cpu', threads),
): ConvolvingEngine {
  let standIn: Engine | undefined;
  let starting: Promise<Engine> | undefined;
  let hasDied = false;
  const start = async (): Promise<Engine> => {
    starting ??= startCpu(hasDied ? 'page' : 'either');
    standIn = await starting;
    return standIn;
  };
  const orStandIn = async ({ engine, notices }: EngineNews): Promise<EngineNews> => {
    if (engine.convolves) return { engine, notices };
    const why = `${engineLabels[engine.name]} does not train networks with convolutions here. The CPU does.`;
    return { engine: await start(), notices: [...notices, why] };
  };
  return {
    pageEngine: {
      get: async () => orStandIn(await page.get()),
      async replace(failed, reason) {
        if (failed !== standIn) return orStandIn(await page.replace(failed, reason));
        if (hasDied) throw new Error(reason);
        hasDied = true;
        endEngine(failed);
        starting = undefined;
        return { engine: await start(), notices: [reason] };
      },
      force: (name) => page.force(name),
      listen: (move) => page.listen(async (news) => move(await orStandIn(news))),
    },
    dispose() {
      if (standIn) endEngine(standIn);
    },
  };
}
