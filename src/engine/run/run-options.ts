import type { Ensemble } from '../../core/training/ensemble.ts';
import type { PageEngine } from '../choice/page-engine.ts';
import type { Snapshot, TrainingEnsemble } from '../engine.ts';
import type { Scheduler } from './scheduler.ts';

/** What was read back after some step: one read for everything that figures draw. */
export interface RunRecord<Reading> {
  readonly step: number;
  readonly reading: Reading;
}

/** A run is a value: the same options give the same records on the same engine. */
export interface RunOptions<Reading> {
  readonly ensemble: Ensemble;
  /**
   * Reads what the figure draws off the members as they are; training waits for it. An error ends the run at its last good
   * record, as `DivergedError` does on purpose.
   */
  readonly read: (training: TrainingEnsemble, snapshot: Snapshot) => Promise<Reading>;
  /** Length of the whole run. */
  readonly steps: number;
  /** Steps between records while playing. */
  readonly recordEvery: number;
  /** Demo on whose visibility the run depends. */
  readonly element: Element;
  readonly scheduler: Scheduler;
  readonly pageEngine: PageEngine;
  /** Called whenever something that a figure draws has changed. An error ends the run, and it is called once more. */
  readonly onChange: () => void;
}
