import type { ScoredStep } from './baked-run.ts';
import type { Experiment } from './experiment.ts';
import type { Reading } from './reading.ts';
import type { Settings } from './settings.ts';

/** The end of a run as the figure shows it. */
interface RunEnd {
  readonly experiment: Experiment;
  readonly reading: Reading;
  readonly curves: readonly ScoredStep[];
  /** Where every machine ends with the same bits. */
  readonly fingerprint: string | undefined;
}

/** Ends of runs, kept so that coming back to their settings needs no second run. */
export class KnownEnds {
  readonly #bySettings = new Map<string, RunEnd>();

  keep(end: RunEnd): void {
    this.#bySettings.set(JSON.stringify(end.experiment.settings), end);
  }

  of(settings: Settings): RunEnd | undefined {
    return this.#bySettings.get(JSON.stringify(settings));
  }
}
