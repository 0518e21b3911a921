import { type Engine, type EngineName } from '../engine.ts';
import { chooseEngine } from './choose-engine.ts';
import { endEngine } from './end-engine.ts';
import type { VisitMemory } from './visit-memory.ts';

/** What a figure is told of the engine it gets. */
export interface EngineNews {
  readonly engine: Engine;
  /** Sentences for the reader, such as why an engine was passed over. */
  readonly notices: readonly string[];
}

/**
 * The one engine that all figures of a page share: chosen when first asked for, replaced when lost or when the reader
 * chooses another. A GPU that was lost is not used again on this page as long as another engine runs; the CPU engine is started
 * again, on the page's own thread. When none runs, whoever asks next starts from the beginning.
 */
export interface PageEngine {
  /** The current engine; starts one if there is none. */
  get(): Promise<EngineNews>;
  /** Replaces an engine that failed by the next best. Figures that report the same failure get the same replacement. */
  replace(failed: Engine, reason: string): Promise<EngineNews>;
  /** Uses this engine from now on (undefined: the best), because the reader chose it, and moves all listeners over. */
  force(name: EngineName | undefined): Promise<void>;
  /** Calls back when the reader changed the engine; resolves when the listener has left the old one. Returns the way to stop. */
  listen(move: (news: EngineNews) => Promise<void>): () => void;
}

/** Creates the page's engine; `forced` usually comes from `?engine=`. */
export function createPageEngine(forced: EngineName | undefined, memory: VisitMemory | undefined): PageEngine {
  let wanted = forced;
  let current: Promise<EngineNews> | undefined;
  const lost = new Set<EngineName>();
  let workersDied = false;
  const replacements = new WeakMap<Engine, Promise<EngineNews>>();
  const listeners = new Set<(news: EngineNews) => Promise<void>>();

  const choose = (notices: readonly string[]): Promise<EngineNews> => {
    const cpuThreads = workersDied ? 'page' : 'either';
    const choosing = chooseEngine({ forced: wanted, exclude: lost, memory, cpuThreads }).then((choice) => ({
      engine: choice.engine,
      notices: [...notices, ...choice.notices],
    }));
    current = choosing;
    // A failed choice is not kept, so that asking again tries again.
    choosing.catch(() => {
      if (current !== choosing) return;
      current = undefined;
      lost.clear();
      workersDied = false;
    });
    return choosing;
  };

  return {
    get: () => current ?? choose([]),
    replace(failed, reason) {
      const known = replacements.get(failed);
      if (known) return known;
      // The CPU has two lives: in workers, and on the page's own thread.
      if (failed.restarts) workersDied = true;
      else lost.add(failed.name);
      endEngine(failed);
      const replacement = choose([reason]);
      replacements.set(failed, replacement);
      replacement.catch(() => replacements.delete(failed));
      return replacement;
    },
    async force(name) {
      const before = await current?.catch(() => undefined);
      const wantedBefore = wanted;
      wanted = name;
      if (name) lost.delete(name);
      if (before && name === before.engine.name) return;
      const news = await choose([]).catch((error: unknown) => {
        // Nothing better runs: the page stays where it is.
        wanted = wantedBefore;
        if (before) current ??= Promise.resolve(before);
        throw error;
      });
      await Promise.all([...listeners].map((move) => move(news)));
      if (before) endEngine(before.engine);
    },
    listen(move) {
      listeners.add(move);
      return () => listeners.delete(move);
    },
  };
}
