import { DivergedError } from '../../engine/run/diverged-error.ts';
import type { Run } from '../../engine/run/run.ts';
import { tellError } from '../../engine/tell-error.ts';
import {
  askedExperiment,
  askedProtocol,
  compareWithAsked,
  readLearned,
  type AskedExperiment,
  type AskedSettings,
  type Comparison,
  type Learned,
} from '../../studies/asked-and-learned.ts';
import { LastAsked } from '../kit/demo/last-asked.ts';
import { untouchedView, viewOf, type RunView } from '../kit/demo/run-view.ts';
import { isStill } from '../kit/wake/is-still.ts';
import { unpackLearned, type BakedLearned } from './baked-learned.ts';
import { readStart } from './read-start.ts';

const { steps } = askedProtocol;

/** What two networks answer after some steps. */
interface Reading extends Learned {
  readonly step: number;
}

/**
 * The figure's state. What mixup asks for follows every setting at once; the networks learn anew for it, and what they learned is
 * shown when they have.
 */
export class AskedDemo {
  settings: AskedSettings;
  /** Width of the kernel, in units of the plane. */
  width: number;
  view: RunView = $state.raw(untouchedView(steps));
  /** What the planes show. */
  reading: Reading;

  readonly experiment: AskedExperiment;
  readonly comparison: Comparison;

  /** The demo's root, once it is in the page. */
  element: Element | undefined;
  #run: Run<Reading> | undefined;
  readonly #lastAsked = new LastAsked();
  /** Ends of runs by their settings: coming back needs no second run. */
  readonly #ends: Record<string, Reading> = {};
  /** Whether only the end of the run is shown. */
  #isHeld = false;
  /** Whether the run follows a hand that turns α. */
  #isTurning = false;
  /** What the run is of. */
  #learning: AskedSettings | undefined;

  /** @param settings of the baked run */
  constructor(baked: BakedLearned, settings: AskedSettings, width: number) {
    this.width = $state(width);
    this.settings = $state.raw(settings);
    this.experiment = $derived(askedExperiment(this.settings));
    this.reading = $state.raw({ step: steps, ...unpackLearned(baked, this.experiment.test.labels.length) });
    this.comparison = $derived(compareWithAsked(this.experiment, this.reading, this.width));
    this.#ends[JSON.stringify(this.settings)] = this.reading;
  }

  /** Takes other settings, and goes to the end of a run with them. */
  change(changes: Partial<AskedSettings>): void {
    const before = this.settings;
    this.settings = { ...before, ...changes };
    const onlyAlpha = this.settings.problem === before.problem && this.settings.seed === before.seed;
    // A run for the α before is let come to its end, so that a hand that does not rest sees something, too.
    if (!onlyAlpha || !this.#isTurning) this.#learn(onlyAlpha);
  }

  #learn(onlyAlpha: boolean): void {
    this.#endRun();
    const end = this.#ends[JSON.stringify(this.settings)];
    if (end) {
      this.reading = end;
      this.view = { ...this.view, state: 'done' };
      return;
    }
    // Another strength leaves the picture up until there is a new one: there is only the end to see.
    if (!onlyAlpha) this.#toStart();
    this.#isTurning = onlyAlpha;
    this.#isHeld = onlyAlpha || isStill();
    void this.#withRun((run) => run.finish());
  }

  /** Starts, holds or repeats the run, at a pace at which it can be watched. */
  press(): void {
    const { state } = this.view;
    if (state === 'running' || state === 'preparing') {
      this.#run?.pause();
      return;
    }
    this.#isHeld = isStill();
    if (state !== 'paused') {
      this.#endRun();
      this.#toStart();
    }
    void this.#withRun((run) => (isStill() ? run.finish() : run.play()));
  }

  dispose(): void {
    this.#endRun();
  }

  #toStart(): void {
    this.reading = { step: 0, ...readStart(this.experiment) };
  }

  #endRun(): void {
    this.#lastAsked.ask();
    this.#isTurning = false;
    this.#run?.dispose();
    this.#run = undefined;
  }

  async #withRun(act: (run: Run<Reading>) => void): Promise<void> {
    if (this.#run) {
      act(this.#run);
      return;
    }
    const isLast = this.#lastAsked.current();
    this.view = { ...this.view, state: 'preparing' };
    try {
      const [{ Run }, { demoPage }] = await Promise.all([
        import('../../engine/run/run.ts'),
        import('../kit/demo/page.ts'),
      ]);
      if (!isLast() || !this.element) return;
      const { experiment, element } = this;
      const { engine, scheduler } = demoPage();
      this.#learning = experiment.settings;
      this.#run = new Run<Reading>({
        ...askedProtocol,
        ...{ ensemble: experiment.ensemble, element, scheduler, pageEngine: engine },
        read: async (training, { step }) => {
          const logProbabilities = await training.evaluate(experiment.points);
          if (logProbabilities.some(Number.isNaN)) throw new DivergedError(step);
          return { step, ...readLearned(experiment, logProbabilities) };
        },
        onChange: () => this.#show(),
      });
      act(this.#run);
    } catch (error) {
      this.view = { ...this.view, state: 'failed', notices: [tellError(error)] };
    }
  }

  #show(): void {
    const run = this.#run;
    if (!run) return;
    // First, because drawing the record may be what failed.
    this.view = viewOf(run, this.view);
    const reading = run.record?.reading;
    const isEnd = reading !== undefined && reading.step >= steps;
    if (reading && (isEnd || !this.#isHeld || run.state === 'paused')) this.reading = reading;
    if (isEnd) this.#ends[JSON.stringify(this.#learning)] = reading;
    const isBehind = this.#isTurning && this.#learning !== this.settings;
    if (isEnd || run.state === 'failed' || run.state === 'paused') this.#isTurning = false;
    if (isEnd && isBehind) this.#learn(true);
  }
}
