import { type Engine, type EngineName } from '../engine.ts';
import { chooseEngine, type VisitMemory } from './choose-engine.ts';

/** What a figure is told of the engine it gets. */
export interface EngineNews {
  readonly engine: Engine;
  /** Sentences for the reader, such as why an engine was passed over. */
  readonly notices: readonly string[];
}

/**
 * The one engine that all figures of a page share: chosen when first asked for, replaced when lost or when the reader
 * chooses another. Engines that were lost are not used again on this page.
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
  const replacements = new WeakMap<Engine, Promise<EngineNews>>();
  const listeners = new Set<(news: EngineNews) => Promise<void>>();

  const choose = (notices: readonly string[]): Promise<EngineNews> => {
    const choosing = chooseEngine({ forced: wanted, exclude: lost, memory }).then((choice) => ({
      engine: choice.engine,
      notices: [...notices, ...choice.notices],
    }));
    current = choosing;
    // A failed choice is not kept, so that asking again tries again.
    choosing.catch(() => {
      if (current === choosing) current = undefined;
    });
    return choosing;
  };

  return {
    get: () => current ?? choose([]),
    replace(failed, reason) {
      const known = replacements.get(failed);
      if (known) return known;
      lost.add(failed.name);
      failed.dispose();
      const replacement = choose([reason]);
      replacements.set(failed, replacement);
      return replacement;
    },
    async force(name) {
      const before = await current?.catch(() => undefined);
      wanted = name;
      if (name) lost.delete(name);
      if (before && name === before.engine.name) return;
      const news = await choose([]);
      await Promise.all([...listeners].map((move) => move(news)));
      before?.engine.dispose();
    },
    listen(move) {
      listeners.add(move);
      return () => listeners.delete(move);
    },
  };
}
