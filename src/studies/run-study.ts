import { memberFingerprints } from '../core/training/fingerprint.ts';
import type { Engine } from '../engine/engine.ts';
import { createBreathe } from '../engine/run/page-turns.ts';
import { sideBySide } from './side-by-side.ts';
import type { Study, StudyPart, TrialResult } from './study.ts';
import { StudyRecord, type StudyProgress } from './study-progress.ts';

/** What of an engine a study needs. The room may change when training goes on elsewhere. */
type StudyEngine = Pick<Engine, 'membersAtOnce' | 'prepare'> & Partial<Pick<Engine, 'sameBits'>>;

/** Who is told of a study on its way, and what ends it. */
interface StudyOptions<Name extends string> {
  /** Ends the study; its promise rejects with the signal's reason then. */
  readonly signal?: AbortSignal;
  /** Called after each measurement of a part. An error ends the study. */
  readonly onMeasure?: (progress: StudyProgress<Name>) => void;
  /** Called when steps were trained, at most once for each dispatch of the engine. */
  readonly onStep?: (progress: StudyProgress<Name>) => void;
  /** Whether results say which test rows were answered right, where the study can tell. */
  readonly keepHits?: boolean;
}

/**
 * Runs a study to its end as fast as the engine trains, for scripts as for readers: no frame and no timer is waited for, and
 * the page has a turn at least every 50 ms. It goes group of seeds by group of seeds, so that what has come in is worth
 * something whenever it is ended; the parts of a group train side by side. Nothing is measured before the first step.
 *
 * @returns the results of all networks, seed by seed, in the order of the study's conditions
 * @throws whatever the engine, a measurement or a callback throws; the signal's reason once it is aborted
 */
export async function runStudy<Name extends string>(
  engine: StudyEngine,
  study: Study<Name>,
  seeds: readonly number[],
  { signal, onMeasure, onStep, keepHits = false }: StudyOptions<Name> = {},
): Promise<readonly TrialResult<Name>[]> {
  const { steps, measureEvery } = study;
  const record = new StudyRecord(study, seeds);
  const breathe = createBreathe();
  // `AbortSignal.any` is missing in browsers that are supported.
  const ending = new AbortController();
  const end = (): void => ending.abort(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', end);

  const trainPart = async (part: StudyPart<Name>): Promise<void> => {
    const own = record.begin(part);
    const training = await engine.prepare(part.ensemble);
    try {
      await breathe();
      while (training.step < steps) {
        ending.signal.throwIfAborted();
        await training.train(Math.min(measureEvery, steps - training.step), {
          signal: ending.signal,
          onProgress: (step) => {
            own.reach(step);
            onStep?.(record);
          },
        });
        own.reach(training.step);
        await breathe();
        own.measured(training.step, await part.measure(training, breathe));
        ending.signal.throwIfAborted();
        onMeasure?.(record);
        await breathe();
      }
      if (keepHits && part.hits) own.hit(await part.hits(training, breathe));
      if (engine.sameBits) own.ended(memberFingerprints((await training.snapshot()).parameters, part.trials.length));
    } finally {
      training.dispose();
    }
  };
  try {
    await sideBySide(partsOf(engine, study, seeds), {
      room: () => engine.membersAtOnce,
      size: ({ trials }) => trials.length,
      work: trainPart,
      onFailure: (error) => ending.abort(error),
    });
  } finally {
    signal?.removeEventListener('abort', end);
  }
  return record.complete;
}

/** All parts, group of seeds by group of seeds; those of a group are made when the one before has begun. */
function* partsOf<Name extends string>(
  engine: StudyEngine,
  study: Study<Name>,
  seeds: readonly number[],
): Generator<StudyPart<Name>> {
  for (let first = 0; first < seeds.length;) {
    const count = Math.max(1, Math.floor(engine.membersAtOnce / study.conditions.length));
    yield* study.parts(seeds.slice(first, first + count));
    first += count;
  }
}
