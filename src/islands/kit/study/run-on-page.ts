import { cpuOnly } from '../../../engine/choice/cpu-only.ts';
import { convolvingEngine } from '../../../engine/choice/convolving-engine.ts';
import type { PageEngine } from '../../../engine/choice/page-engine.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Pause } from '../../../engine/run/pause.ts';
import { steadyEngine } from '../../../engine/run/steady-engine.ts';
import { runStudy } from '../../../studies/run-study.ts';
import type { StudyProgress } from '../../../studies/study-progress.ts';
import type { Study } from '../../../studies/study.ts';
import { drawAtMost } from './draw-at-most.ts';
import { FirstSteps } from './first-steps.ts';

/** What there is to show of a study that runs on the page. */
export interface StudyView<Name extends string> {
  /** Once there is any. */
  readonly progress: StudyProgress<Name> | undefined;
  /** Share of all training that is done, from 0 to 1; what is shown before the page's engine trains is no part of it. */
  readonly done: number;
  /** What trained that, once it is known. */
  readonly engine: Engine | undefined;
  /** Steps times networks, measurements included; nothing before the clock has moved. */
  readonly modelStepsPerSecond: number | undefined;
  readonly notices: readonly string[];
  /** What the reader waits for, as a sentence; nothing once the page's engine trains. */
  readonly waitsFor: string | undefined;
}

interface PageRun<Name extends string> {
  readonly pageEngine: PageEngine;
  /** Starts the engine for the first steps; the CPU engine if not given. */
  readonly startFirst?: typeof cpuOnly;
  readonly signal: AbortSignal;
  readonly pause: Pause;
  /** Called at most ten times a second, and at the end. An error ends the run. */
  readonly onView: (view: StudyView<Name>) => void;
}

/** An engine that trains by then leaves the CPU nothing to show before it. */
const patienceMs = 150;

/** A speed of less time says nothing; some clocks count in 100 ms. */
const enoughMs = 500;

/** How often the reader is told how far the compiling is. */
const tellEveryMs = 200;

/**
 * Runs a study on the page's engine, on screen or off it. While that gets ready, the CPU engine trains the first seed, and that is
 * shown until the page's engine has measured as much.
 *
 * @throws Error with a sentence for the reader if no engine is left; whatever a measurement throws
 */
export async function runOnPage<Name extends string>(
  study: Study<Name>,
  seeds: readonly number[],
  { pageEngine: page, startFirst = cpuOnly, signal, pause, onView }: PageRun<Name>,
): Promise<void> {
  const { pageEngine, dispose } = study.convolves
    ? convolvingEngine(page)
    : { pageEngine: page, dispose: () => undefined };
  const ending = new AbortController();
  const end = (): void => ending.abort(signal.reason);
  signal.addEventListener('abort', end);
  let own: StudyProgress<Name> | undefined;
  let engine: Engine | undefined;
  let first: FirstSteps<Name> | undefined;
  let notices: readonly string[] = [];
  const meter = new Meter();
  const unlisten = pause.listen(() => meter.rest());

  const drawing = drawAtMost(
    () => {
      const firsts = first?.progress;
      const isOwn = !firsts || (own !== undefined && measuredStep(own) >= measuredStep(firsts));
      const progress = isOwn ? own : firsts;
      onView({
        progress,
        done: own?.done ?? 0,
        engine: isOwn ? engine : first?.engine,
        modelStepsPerSecond: meter.read(progress),
        notices,
        waitsFor: own ? undefined : waitsFor(engine),
      });
    },
    (error) => ending.abort(error),
  );
  const change = (progress: StudyProgress<Name>): void => {
    if (!own) {
      getReady();
      meter.startOver();
    }
    own = progress;
    drawing.ask();
  };
  const [seed] = seeds;
  const late = setTimeout(() => {
    if (seed !== undefined) first = new FirstSteps(startFirst, study, seed, pause, () => drawing.ask());
  }, patienceMs);
  const telling = setInterval(() => drawing.ask(), tellEveryMs);
  /** Nothing is waited for any more. */
  const getReady = (): void => {
    clearTimeout(late);
    clearInterval(telling);
    first?.end();
  };
  // An engine that never answers keeps nobody.
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => {
      getReady();
      reject(ending.signal.reason as Error);
    });
  });
  ended.catch(() => undefined);
  try {
    drawing.now();
    const news = await Promise.race([pageEngine.get(), ended]);
    if (news.engine.name === 'cpu') getReady();
    const steady = steadyEngine(news.engine, {
      pageEngine,
      pause,
      onEngine: (next) => {
        if (engine && engine !== next.engine) meter.startOver();
        engine = next.engine;
        notices = [...notices, ...next.notices.filter((notice) => !notices.includes(notice))];
        drawing.ask();
      },
    });
    await runStudy(steady, study, seeds, { signal: ending.signal, onMeasure: change, onStep: change });
    drawing.now();
  } finally {
    getReady();
    drawing.end();
    unlisten();
    signal.removeEventListener('abort', end);
    dispose();
  }
}

/** The last step at which anything was measured. */
function measuredStep({ complete, underway }: StudyProgress<string>): number {
  return Math.max(0, ...[...complete, ...underway].map(({ curve }) => curve.at(-1)?.step ?? 0));
}

function waitsFor(engine: Engine | undefined): string {
  if (!engine) return 'Looking for a graphics card.';
  if (engine.name === 'cpu') return 'Getting the CPU ready.';
  const { ready, asked } = engine.programs();
  if (asked === 0) return 'Compiling for your graphics card.';
  return ready < asked ? `Compiling for your graphics card, ${ready} of ${asked}.` : 'Waiting for your graphics card.';
}

/** How fast a study goes on by the clock on the wall: the mean since it began, which keeps still enough to be read. */
class Meter {
  #progress: StudyProgress<string> | undefined;
  #at = 0;
  #stepsBefore = 0;
  #steps = 0;
  #milliseconds = 0;

  /** Model-steps a second of this study; nothing before there is something to go by. */
  read(progress: StudyProgress<string> | undefined): number | undefined {
    const now = performance.now();
    const steps = progress?.modelSteps ?? 0;
    if (progress === this.#progress) {
      this.#steps += steps - this.#stepsBefore;
      this.#milliseconds += now - this.#at;
    }
    this.#progress = progress;
    this.#stepsBefore = steps;
    this.#at = now;
    return this.#milliseconds >= enoughMs ? (1000 * this.#steps) / this.#milliseconds || undefined : undefined;
  }

  /** Does not count the time until it is asked again. */
  rest(): void {
    this.#progress = undefined;
  }

  /** Something else does the work from now on. */
  startOver(): void {
    this.rest();
    this.#steps = 0;
    this.#milliseconds = 0;
  }
}
