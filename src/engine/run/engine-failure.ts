import { messageOf } from '../../core/error-message.ts';
import type { EngineNews, PageEngine } from '../choice/page-engine.ts';
import { EngineLostError, type Engine, type TrainingEnsemble } from '../engine.ts';
import { logOnce } from '../tell-error.ts';

/** An engine could not do what it was asked for; `cause` is what it threw. Nobody else's mistake is told in this way. */
export class EngineFailure extends Error {
  readonly engine: Engine;

  constructor(engine: Engine, cause: unknown) {
    super(cause instanceof EngineLostError ? cause.message : `The ${engine.name} engine failed: ${messageOf(cause)}`, {
      cause,
    });
    this.name = 'EngineFailure';
    this.engine = engine;
  }
}

/**
 * Asks an engine for something, and nothing else meanwhile.
 *
 * @throws EngineFailure if it cannot be had
 */
export async function askEngine<T>(engine: Engine, ask: (engine: Engine) => Promise<T>): Promise<T> {
  try {
    return await ask(engine);
  } catch (error) {
    throw new EngineFailure(engine, error);
  }
}

/**
 * An ensemble whose engine answers for its failures by name. Arguments that were wrong remain the caller's mistake, and
 * training that was aborted is nobody's.
 */
export function withNamedFailures(engine: Engine, training: TrainingEnsemble): TrainingEnsemble {
  const ask = async <T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw error instanceof RangeError || signal?.aborted ? error : new EngineFailure(engine, error);
    }
  };
  return {
    ensemble: training.ensemble,
    get step() {
      return training.step;
    },
    train: (steps, options) => ask(() => training.train(steps, options), options?.signal),
    evaluate: (points) => ask(() => training.evaluate(points)),
    inputGradients: (points, labels) => ask(() => training.inputGradients(points, labels)),
    snapshot: () => ask(() => training.snapshot()),
    restore: (snapshot) => ask(() => training.restore(snapshot)),
    dispose: () => training.dispose(),
  };
}

/**
 * The engine to go on with after one that failed: the one the page has gone over to meanwhile, or else the next best.
 *
 * @throws Error with a sentence for the reader if no engine is left
 */
export async function engineAfter(
  pageEngine: PageEngine,
  { engine, message, cause }: EngineFailure,
): Promise<EngineNews> {
  const current = await pageEngine.get();
  if (current.engine !== engine) return current;
  // That a device went away is nobody's bug.
  if (!(cause instanceof EngineLostError) || cause.cause !== undefined) logOnce(cause);
  return pageEngine.replace(engine, message);
}
