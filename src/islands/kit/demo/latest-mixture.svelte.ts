import type { EngineName, MixRequest } from '../../../engine/engine.ts';
import type { RunState } from '../../../engine/run/run.ts';
import { tellError } from '../../../engine/tell-error.ts';
import { LastAsked } from './last-asked.ts';

/** What an engine is to mix, and what is shown once it has. */
interface MixtureToMake<Made> {
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
  readonly #lastAsked = new LastAsked();

  /**
   * @param made what is shown before anything is asked for
   * @param prepare loads what is needed for a mixture; tried again with the next change if it fails
   */
  constructor(asked: Asked, made: Made, prepare: (asked: Asked) => Promise<MixtureToMake<Made>>) {
    this.asked = $state.raw(asked);
    this.made = $state.raw(made);
    this.#prepare = prepare;
  }

  /** Asks for other settings. Resolves when they are made, or passed over for others, or a notice says why they are not. */
  async change(changes: Partial<Asked>): Promise<void> {
    const asked = { ...this.asked, ...changes };
    this.asked = asked;
    await this.#lastAsked.answer(async (isLast) => {
      try {
        await this.#make(asked);
        if (isLast()) this.state = 'done';
      } catch (error) {
        if (!isLast()) return;
        this.state = 'failed';
        this.notices = [tellError(error)];
      }
    });
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
    this.engine = engine.name;
    this.device = engine.device;
    this.notices = notices;
  }
}
