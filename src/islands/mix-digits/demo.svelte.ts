import type { EngineName } from '../../engine/engine.ts';
import type { RunState } from '../../engine/run/run.ts';
import { mixDigitsParameters, samplesPerDigit } from '../../state/mix-digits.ts';
import { defaultsOf, type ValuesOf } from '../../state/parameter.ts';
import type { DigitSamples } from './digits.ts';

export type Mixture = ValuesOf<typeof mixDigitsParameters>;

/** What is drawn: both images, their mixture, and the values it was made from. */
export interface MixedPicture {
  readonly made: Mixture;
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
  readonly mixed: ArrayLike<number>;
}

/** The state of the figure "Two digits, mixed": what the reader asks for, and the last mixture that an engine made. */
export class Demo {
  /** What the reader asks for; the picture follows as soon as an engine has made it. */
  asked: Mixture = $state.raw(defaultsOf(mixDigitsParameters));
  picture: MixedPicture;
  state: RunState = $state('idle');
  engine: EngineName = $state('cpu');
  device: string | undefined = $state();
  notices: readonly string[] = $state.raw([]);

  #samples: Promise<DigitSamples> | undefined;
  #working = false;

  constructor(picture: MixedPicture) {
    this.picture = $state.raw(picture);
  }

  /** Asks for another mixture. While one is being made, only the last one asked for is made next. */
  async change(changes: Partial<Mixture>): Promise<void> {
    this.asked = { ...this.asked, ...changes };
    if (this.#working) return;
    this.#working = true;
    try {
      while (this.asked !== this.picture.made) await this.#make(this.asked);
      this.state = 'done';
    } catch (error) {
      this.state = 'failed';
      this.notices = [error instanceof Error ? error.message : String(error)];
    } finally {
      this.#working = false;
    }
  }

  /** Another image of a digit. */
  another(side: 'first' | 'second'): void {
    const key = `${side}Sample` as const;
    void this.change({ [key]: (this.asked[key] + 1) % samplesPerDigit });
  }

  /** Moves the page to another engine and mixes there. */
  async force(name: EngineName | undefined): Promise<void> {
    const { demoPage } = await import('../demo/page.ts');
    try {
      await demoPage().engine.force(name);
    } catch (error) {
      this.notices = [error instanceof Error ? error.message : String(error)];
    }
    await this.change({});
  }

  async #make(asked: Mixture): Promise<void> {
    if (!this.device) this.state = 'preparing';
    const [{ fetchDigits }, { demoPage }, { mixOnPage }] = await Promise.all([
      import('./digits.ts'),
      import('../demo/page.ts'),
      import('../../engine/run/mix-on-page.ts'),
    ]);
    this.#samples ??= fetchDigits();
    // A failed download is tried again with the next change.
    this.#samples.catch(() => (this.#samples = undefined));
    const samples = await this.#samples;
    const first = imageOf(samples, asked.first, asked.firstSample);
    const second = imageOf(samples, asked.second, asked.secondSample);
    const rows = new Float32Array(first.length + second.length);
    rows.set(first);
    rows.set(second, first.length);
    const { mixed, engine, notices } = await mixOnPage(demoPage().engine, {
      rows,
      width: first.length,
      first: Uint32Array.of(0),
      second: Uint32Array.of(1),
      lambdas: Float32Array.of(asked.lambda),
    });
    this.picture = { made: asked, first, second, mixed };
    this.engine = engine.name;
    this.device = engine.device;
    this.notices = notices;
  }
}

function imageOf(samples: DigitSamples, digit: string, sample: number): Float32Array {
  return samples[Number(digit)]?.[sample] as Float32Array;
}
