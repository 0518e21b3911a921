import type { VicinitySampler, VirtualExamples } from '../../core/data/vicinity.ts';
import type { EngineName } from '../../engine/engine.ts';
import type { RunState } from '../../engine/run/run.ts';
import { tellError } from '../../engine/tell-error.ts';
import type { FrameTask, Scheduler } from '../../engine/run/scheduler.ts';
import { LastAsked } from '../kit/demo/last-asked.ts';
import { presets } from './presets.ts';
import { examplesOf, vicinityKinds, type Settings, type VicinityKind } from './settings.ts';
import { addToTally, emptyTally, plane, samplerOf, wholeTally, type Tally } from './tally.ts';
import { isStill } from '../kit/wake/is-still.ts';

/** Virtual examples drawn and counted in one frame from each vicinity. */
const drawnInAFrame = 2500;

type Tallies = Readonly<Record<VicinityKind, Tally>>;
/** What is shown: settings, and what was drawn and counted of them so far. */
interface VicinitiesView {
  readonly settings: Settings;
  readonly tallies: Tallies;
}

type Count = (batch: VirtualExamples) => Promise<Float32Array>;

/** What each vicinity depends on: when any of it changes, its tally starts over. */
const dependencies: Readonly<Record<VicinityKind, readonly (keyof Settings)[]>> = {
  spike: ['examples', 'around', 'seed'],
  gaussian: ['examples', 'around', 'seed', 'sigma'],
  mixup: ['examples', 'around', 'seed', 'alpha'],
};

/** The state of the figure "Three vicinities". */
export class VicinitiesDemo {
  /** What the reader asks for; the picture follows frame by frame, or when all is counted under reduced motion. */
  settings: Settings = $state.raw(presets[0].settings);
  picture: VicinitiesView = $state.raw({
    settings: presets[0].settings,
    tallies: talliesBy((kind) => wholeTally(kind, presets[0].settings)),
  });
  state: RunState = $state('idle');
  engine: EngineName = $state('cpu');
  device: string | undefined = $state();
  notices: readonly string[] = $state.raw([]);
  readonly examples = $derived(examplesOf(this.picture.settings));

  /** The demo's root, once it is in the page. */
  element: Element | undefined;
  #counted: Tallies = this.picture.tallies;
  /** Of each vicinity, the settings that its tally is of. */
  readonly #lastAsked = { spike: new LastAsked(), gaussian: new LastAsked(), mixup: new LastAsked() };
  #samplers: { [Kind in VicinityKind]?: VicinitySampler | undefined } = {};
  #task: FrameTask | undefined;
  #scheduler: Scheduler | undefined;

  /** Takes other settings. What they leave as it was is kept; the rest is drawn anew, and what is missing is drawn. */
  change(changes: Partial<Settings>): void {
    const before = this.settings;
    const now = { ...before, ...changes };
    this.settings = now;
    const startsOver = (kind: VicinityKind): boolean =>
      now.drawn < this.#counted[kind].drawn || dependencies[kind].some((key) => before[key] !== now[key]);
    this.#restart(vicinityKinds.filter(startsOver));
    void this.#wake();
  }

  dispose(): void {
    if (this.#task) this.#scheduler?.remove(this.#task);
  }

  #restart(kinds: readonly VicinityKind[]): void {
    for (const kind of kinds) {
      this.#lastAsked[kind].ask();
      this.#samplers[kind] = undefined;
    }
    this.#counted = talliesBy((kind) => (kinds.includes(kind) ? emptyTally(kind) : this.#counted[kind]));
  }

  async #wake(): Promise<void> {
    this.state = this.device ? 'running' : 'preparing';
    try {
      const [{ demoPage }, { onPageEngine }] = await Promise.all([
        import('../kit/demo/page.ts'),
        import('../../engine/run/on-page-engine.ts'),
      ]);
      if (!this.element) return;
      const { engine: pageEngine, scheduler } = demoPage();
      const count: Count = async (batch) => {
        const ask = onPageEngine(pageEngine, (one) => one.countOnGrid(batch, batch.labels, plane));
        const { result, engine, notices } = await ask;
        this.engine = engine.name;
        this.device = engine.device;
        this.notices = notices;
        return result;
      };
      this.#scheduler = scheduler;
      this.#task ??= {
        element: this.element,
        frame: () => this.#frame(count),
        fail: (error) => this.#fail(error),
      };
      scheduler.wake(this.#task);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Draws and counts a part of what is missing; resolves to whether more is missing. */
  async #frame(count: Count): Promise<boolean> {
    try {
      for (const kind of vicinityKinds) await this.#drawSome(kind, count);
    } catch (error) {
      this.#fail(error);
      return false;
    }
    const more = vicinityKinds.some((kind) => this.#missing(kind) > 0);
    const still = more && isStill();
    // A vicinity that has just started over has nothing to show yet.
    const blank = vicinityKinds.some((kind) => this.#missing(kind) > 0 && this.#counted[kind].drawn === 0);
    if (!still && !blank) this.picture = { settings: this.settings, tallies: this.#counted };
    this.state = more ? 'running' : 'done';
    return more;
  }

  async #drawSome(kind: VicinityKind, count: Count): Promise<void> {
    const tally = this.#counted[kind];
    const size = Math.min(drawnInAFrame, this.#missing(kind));
    if (size <= 0) return;
    const batch = this.#samplerBehind(tally)(size);
    const isLast = this.#lastAsked[kind].current();
    const counted = await count(batch);
    // Settings that changed meanwhile have started this tally over.
    if (isLast()) this.#counted = { ...this.#counted, [kind]: addToTally(tally, batch, counted) };
  }

  /** The sequence of a vicinity, behind what its tally holds. */
  #samplerBehind({ kind, drawn }: Tally): VicinitySampler {
    const known = this.#samplers[kind];
    if (known) return known;
    const sampler = samplerOf(kind, this.settings);
    if (drawn > 0) sampler(drawn);
    this.#samplers[kind] = sampler;
    return sampler;
  }

  #missing(kind: VicinityKind): number {
    return this.settings.drawn - this.#counted[kind].drawn;
  }

  #fail(error: unknown): void {
    // A batch that was drawn but not counted is drawn again by new sequences.
    this.#samplers = {};
    this.state = 'failed';
    this.notices = [tellError(error)];
  }
}

function talliesBy(make: (kind: VicinityKind) => Tally): Tallies {
  return { spike: make('spike'), gaussian: make('gaussian'), mixup: make('mixup') };
}
