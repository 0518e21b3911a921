import type { EngineNews, PageEngine } from '../choice/page-engine.ts';
import { EngineLostError, type Engine } from '../engine.ts';

/** What an engine was asked for, and the engine that gave it. */
export interface PageResult<T> {
  readonly result: T;
  readonly engine: Engine;
  readonly notices: readonly string[];
}

/**
 * Asks the page's engine for something, and its replacement if the device is lost meanwhile.
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
      if (!(error instanceof EngineLostError)) throw error;
      return attempt(await pageEngine.replace(engine, error.message));
    }
  };
  return attempt(await pageEngine.get());
}
