import type { EngineNews, PageEngine } from '../choice/page-engine.ts';
import { EngineLostError, type Engine } from '../engine.ts';
import { engineAfter, EngineFailure } from './engine-failure.ts';

/** What an engine was asked for, and the engine that gave it. */
interface PageResult<T> {
  readonly result: T;
  readonly engine: Engine;
  readonly notices: readonly string[];
}

/**
 * Asks the page's engine for something, and its replacement if the device is lost or the reader chooses another meanwhile.
 *
 * @throws Error with a sentence for the reader if no engine is left
 */
export async function onPageEngine<T>(
  pageEngine: PageEngine,
  ask: (engine: Engine) => Promise<T>,
): Promise<PageResult<T>> {
  const attempt = async ({ engine, notices }: EngineNews): Promise<PageResult<T>> => {
    try {
      return { result: await ask(engine), engine, notices };
    } catch (error) {
      if (error instanceof EngineLostError)
        return attempt(await engineAfter(pageEngine, new EngineFailure(engine, error)));
      // An engine that was replaced meanwhile ends what it was asked for.
      const current = await pageEngine.get().catch(() => undefined);
      if (!current || current.engine === engine) throw error;
      return attempt(current);
    }
  };
  return attempt(await pageEngine.get());
}
