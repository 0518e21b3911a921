import type { EngineName } from '../../engine/engine.ts';
import type { RunState } from '../../engine/run/run.ts';
import { alphaBatchParameters } from '../../state/alpha-batch.ts';
import { defaultsOf } from '../../state/parameter.ts';
import type { DigitSamples } from '../mix-digits/digits.ts';
import { drawBatch, type Image, type Settings } from './draw-batch.ts';

/** What is drawn: the blends of a mini-batch, `[pairs, pixels]`, and the settings they were made from. */
export interface MixedBatch {
  readonly made: Settings;
  readonly mixed: ArrayLike<number>;
}

/** The state of the figure "A mini-batch at this alpha": what the reader asks for, and the last mini-batch that an engine mixed. */
export class Demo {
  /** What the reader asks for; the blends follow as soon as an engine has made them. */
  asked: Settings = $state.raw(defaultsOf(alphaBatchParameters));
  batch: MixedBatch;
  state: RunState = $state('idle');
  engine: EngineName = $state('cpu');
  device: string | undefined = $state();
  notices: readonly string[] = $state.raw([]);

  #samples: Promise<DigitSamples> | undefined;
  #working = false;

  constructor(batch: MixedBatch) {
    this.batch = $state.raw(batch);
  }

  /** Asks for another mini-batch. While one is being mixed, only the last one asked for is mixed next. */
  async change(changes: Partial<Settings>): Promise<void> {
    this.asked = { ...this.asked, ...changes };
    if (this.#working) return;
    this.#working = true;
    try {
      while (this.asked !== this.batch.made) await this.#make(this.asked);
      this.state = 'done';
    } catch (error) {
      this.state = 'failed';
      this.notices = [error instanceof Error ? error.message : String(error)];
    } finally {
      this.#working = false;
    }
  }

  /** Goes on by some mini-batches, at most to the last one. */
  drawMore(count: number): void {
    void this.change({ draw: Math.min(alphaBatchParameters.draw.max, this.asked.draw + count) });
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

  async #make(asked: Settings): Promise<void> {
    if (!this.device) this.state = 'preparing';
    const [{ fetchDigits }, { demoPage }, { mixOnPage }] = await Promise.all([
      import('../mix-digits/digits.ts'),
      import('../demo/page.ts'),
      import('../../engine/run/mix-on-page.ts'),
    ]);
    this.#samples ??= fetchDigits();
    // A failed download is tried again with the next change.
    this.#samples.catch(() => (this.#samples = undefined));
    const samples = await this.#samples;
    const pairs = drawBatch(asked);
    const images = pairs.flatMap(({ first, second }) => [imageOf(samples, first), imageOf(samples, second)]);
    const width = (images[0] as Float32Array).length;
    const rows = new Float32Array(images.length * width);
    images.forEach((image, row) => rows.set(image, row * width));
    const { mixed, engine, notices } = await mixOnPage(demoPage().engine, {
      rows,
      width,
      first: Uint32Array.from(pairs, (_, n) => 2 * n),
      second: Uint32Array.from(pairs, (_, n) => 2 * n + 1),
      lambdas: Float32Array.from(pairs, ({ lambda }) => lambda),
    });
    this.batch = { made: asked, mixed };
    this.engine = engine.name;
    this.device = engine.device;
    this.notices = notices;
  }
}

function imageOf(samples: DigitSamples, { digit, sample }: Image): Float32Array {
  return samples[digit]?.[sample] as Float32Array;
}
