import type { EngineName, MixRequest } from '../../../engine/engine.ts';
import type { RunState } from '../../../engine/run/run.ts';
import { tellError } from '../../../engine/tell-error.ts';

/** What an engine is to mix, and what is shown once it has. */
export interface MixtureToMake<Made> {
  readonly request: MixRequest;
  /** @param mixed the mixed rows, `[count, width]` */
  readonly show: (mixed: Float32Array) => Made;
}

/**
 * Keeps what an engine has mixed up with what the reader asks for: one mixture is made at a time, and after it only the
 * last one asked for. When none can be made the last good one stays, and a notice says why.
 */
export class LatestMixture<Asked extends object, Made> {
  /** What the reader asks for; what is made follows. */
  asked: Asked;
  made: Made;
  state: RunState = $state('idle');
  engine: EngineName = $state('cpu');
  /** What the engine runs on, in words; nothing before it was used. */
  device: string | undefined = $state();
  notices: readonly string[] = $state.raw([]);

  readonly #prepare: (asked: Asked) => Promise<MixtureToMake<Made>>;
  #madeFrom: Asked | undefined;
  #working: Promise<void> | undefined;

  /**
   * @param made what is shown before anything is asked for
   * @param prepare loads what is needed for a mixture; tried again with the next change if it fails
   */
  constructor(asked: Asked, made: Made, prepare: (asked: Asked) => Promise<MixtureToMake<Made>>) {
    this.asked = $state.raw(asked);
    this.made = $state.raw(made);
    this.#prepare = prepare;
  }

  /** Asks for other settings. Resolves when what is shown is what was asked for last, or a notice says why it is not. */
  async change(changes: Partial<Asked>): Promise<void> {
    this.asked = { ...this.asked, ...changes };
    this.#working ??= this.#follow().finally(() => (this.#working = undefined));
    await this.#working;
  }

  /** Moves the page to another engine, or the best one, and mixes there. */
  async force(name: EngineName | undefined): Promise<void> {
    const { demoPage } = await import('./page.ts');
    try {
      await demoPage().engine.force(name);
    } catch (error) {
      this.notices = [tellError(error)];
    }
    await this.change({});
  }

  async #follow(): Promise<void> {
    try {
      while (this.asked !== this.#madeFrom) await this.#make(this.asked);
      this.state = 'done';
    } catch (error) {
      this.state = 'failed';
      this.notices = [tellError(error)];
    }
  }

  async #make(asked: Asked): Promise<void> {
    if (!this.device) this.state = 'preparing';
    const [{ demoPage }, { mixOnPage }, { request, show }] = await Promise.all([
      import('./page.ts'),
      import('../../../engine/run/mix-on-page.ts'),
      this.#prepare(asked),
    ]);
    const { mixed, engine, notices } = await mixOnPage(demoPage().engine, request);
    this.made = show(mixed);
    this.#madeFrom = asked;
    this.engine = engine.name;
    this.device = engine.device;
    this.notices = notices;
  }
}
