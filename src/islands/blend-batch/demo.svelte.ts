import type { EngineName } from '../../engine/engine.ts';
import type { RunState } from '../../engine/run/run.ts';
import { blendBatchParameters } from '../../state/blend-batch.ts';
import { drawings } from '../../state/drawings.ts';
import { defaultsOf, type ValuesOf } from '../../state/parameter.ts';
import { drawingUrl } from '../pictures/picture.ts';
import { createColorReader } from '../pictures/read-colors.ts';
import { drawBatch } from './draw-batch.ts';

export type Settings = ValuesOf<typeof blendBatchParameters>;

/** Pixels along each side of a small blend. */
export const tileSide = 112;

/** What an engine made: `[batchSize, tileSide, tileSide, 3]`, from 0 to 1. */
interface MadeBatch {
  readonly made: Settings;
  readonly mixed: Float32Array;
}

/** The state of the figure "Twelve blends, as training draws them". */
export class Demo {
  /** What the reader asks for; the blends follow as soon as an engine has made them. */
  asked: Settings = $state.raw(defaultsOf(blendBatchParameters));
  /** Nothing until the figure is used, and nothing where no engine can blend. */
  batch: MadeBatch | undefined = $state.raw();
  state: RunState = $state('idle');
  engine: EngineName = $state('cpu');
  device: string | undefined = $state();
  notices: readonly string[] = $state.raw([]);

  readonly #colorsOf = createColorReader(tileSide);
  #rows: Float32Array | undefined;
  #working = false;

  /** Asks for another batch. While one is being made, only the last one asked for is made next. */
  async change(changes: Partial<Settings>): Promise<void> {
    this.asked = { ...this.asked, ...changes };
    if (this.#working) return;
    this.#working = true;
    try {
      while (this.asked !== this.batch?.made) await this.#make(this.asked);
      this.state = 'done';
    } catch (error) {
      this.batch = undefined;
      this.state = 'failed';
      this.notices = [sentence(error)];
    } finally {
      this.#working = false;
    }
  }

  /** Moves the page to another engine and blends there. */
  async force(name: EngineName | undefined): Promise<void> {
    const { demoPage } = await import('../demo/page.ts');
    try {
      await demoPage().engine.force(name);
    } catch (error) {
      this.notices = [sentence(error)];
    }
    await this.change({});
  }

  async #make(asked: Settings): Promise<void> {
    if (!this.device) this.state = 'preparing';
    const [{ demoPage }, { mixOnPage }] = await Promise.all([
      import('../demo/page.ts'),
      import('../../engine/run/mix-on-page.ts'),
    ]);
    this.#rows ??= await this.#readDrawings();
    const { mixed, engine, notices } = await mixOnPage(demoPage().engine, {
      rows: this.#rows,
      width: tileSide * tileSide * 3,
      ...drawBatch(asked.alpha, asked.seed, drawings.length),
    });
    this.batch = { made: asked, mixed };
    this.engine = engine.name;
    this.device = engine.device;
    this.notices = notices;
  }

  /** Colors of all drawings, one after another. */
  async #readDrawings(): Promise<Float32Array> {
    const pictures = await Promise.all(drawings.map(({ value }) => this.#colorsOf(drawingUrl(value))));
    const rows = new Float32Array(pictures.length * tileSide * tileSide * 3);
    for (const [k, colors] of pictures.entries()) rows.set(colors, k * colors.length);
    return rows;
  }
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
