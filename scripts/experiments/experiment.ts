import type { Engine } from '../../src/engine/engine.ts';

/** Anything that can be written as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Tells whoever waits how far an experiment is. */
export type Report = (progress: string) => void;

/**
 * One named experiment. Its result depends on nothing but the code: the same code gives the same result,
 * so it holds no dates, timings or machine names.
 */
export interface Experiment {
  /** The name of its file in `content/results/`: lower case, words joined by hyphens. */
  readonly name: string;
  /** One line for the list of experiments. */
  readonly summary: string;
  /** Runs it: settings, seeds, values for each seed, means and 95 % intervals. */
  run(engine: Engine, report: Report): Promise<{ readonly [key: string]: Json }>;
}
