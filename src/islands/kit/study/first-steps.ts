import type { cpuOnly } from '../../../engine/choice/cpu-only.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Pause } from '../../../engine/run/pause.ts';
import { steadyEngine } from '../../../engine/run/steady-engine.ts';
import { isForeseen, logOnce } from '../../../engine/tell-error.ts';
import { runStudy } from '../../../studies/run-study.ts';
import type { StudyProgress } from '../../../studies/study-progress.ts';
import type { Study } from '../../../studies/study.ts';

/**
 * The first seed of a study on the CPU engine, to be looked at while another engine gets ready. That one begins at step 0 all the
 * same: what is kept of a study comes from one engine.
 */
export class FirstSteps<Name extends string> {
  progress: StudyProgress<Name> | undefined;
  engine: Engine | undefined;
  readonly #ending = new AbortController();

  /**
   * @param start starts the engine
   * @param onChange called when there is more to look at
   */
  constructor(start: typeof cpuOnly, study: Study<Name>, seed: number, pause: Pause, onChange: () => void) {
    // The study itself does not need them, and without workers there are none.
    this.#run(start, study, seed, pause, onChange).catch((error: unknown) => {
      if (!this.#ending.signal.aborted && !isForeseen(error)) logOnce(error);
    });
  }

  /** Trains no more; what has come in stays. */
  end(): void {
    this.#ending.abort();
  }

  async #run(
    start: typeof cpuOnly,
    study: Study<Name>,
    seed: number,
    pause: Pause,
    onChange: () => void,
  ): Promise<void> {
    const { signal } = this.#ending;
    const { engine, pageEngine } = await start();
    const change = (progress: StudyProgress<Name>): void => {
      this.progress = progress;
      onChange();
    };
    try {
      this.engine = engine;
      const steady = steadyEngine(engine, { pageEngine, pause, onEngine: () => undefined });
      await runStudy(steady, study, [seed], { signal, onMeasure: change, onStep: change });
    } finally {
      engine.dispose();
    }
  }
}
