import type { EngineNews, PageEngine } from '../choice/page-engine.ts';
import { EngineLostError, type Engine, type MixRequest } from '../engine.ts';

/** Mixed rows, `[count, width]`, and the engine that mixed them. */
export interface PageMixture {
  readonly mixed: Float32Array;
  readonly engine: Engine;
  readonly notices: readonly string[];
}

/**
 * Mixes rows on the page's engine, and on its replacement if the device is lost meanwhile.
 *
 * @throws Error with a sentence for the reader if no engine is left
 */
export async function mixOnPage(pageEngine: PageEngine, request: MixRequest): Promise<PageMixture> {
  const attempt = async ({ engine, notices }: EngineNews): Promise<PageMixture> => {
    try {
      return { mixed: await engine.mix(request), engine, notices };
    } catch (error) {
      if (!(error instanceof EngineLostError)) throw error;
      return attempt(await pageEngine.replace(engine, error.message));
    }
  };
  return attempt(await pageEngine.get());
}
