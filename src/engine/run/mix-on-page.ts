import type { PageEngine } from '../choice/page-engine.ts';
import type { Engine, MixRequest } from '../engine.ts';
import { onPageEngine } from './on-page-engine.ts';

/** Mixed rows, `[count, width]`, and the engine that mixed them. */
interface PageMixture {
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
  const { result: mixed, engine, notices } = await onPageEngine(pageEngine, (one) => one.mix(request));
  return { mixed, engine, notices };
}
