import type { EngineName } from '../../engine/engine.ts';
import type { RunState } from '../../engine/run/run.ts';
import { blendPicturesParameters, pictureSide } from '../../state/blend-pictures.ts';
import { defaultsOf, type ValuesOf } from '../../state/parameter.ts';
import { createColorReader } from '../pictures/read-colors.ts';
import { drawnPicture, type Picture, type SideName } from '../pictures/picture.ts';

export type Settings = ValuesOf<typeof blendPicturesParameters>;

/** What an engine made, with what it was made from; colors are `[side, side, 3]` from 0 to 1. */
export interface Blend {
  readonly firstUrl: string;
  readonly secondUrl: string;
  readonly lambda: number;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly mixed: Float32Array;
}

/** The state of the figure "A cat, a dog, and a share of each": what the reader asks for, and the last blend an engine made. */
export class Demo {
  /** What the reader asks for; the blend follows as soon as an engine has made it. */
  asked: Settings = $state.raw(defaultsOf(blendPicturesParameters));
  /** Pictures of the reader's, in place of drawings. They live in this page only. */
  own: Readonly<Partial<Record<SideName, Picture>>> = $state.raw({});
  /** Nothing until the figure is used, and nothing where no engine can blend. */
  blend: Blend | undefined = $state.raw();
  state: RunState = $state('idle');
  engine: EngineName = $state('cpu');
  device: string | undefined = $state();
  notices: readonly string[] = $state.raw([]);

  readonly first: Picture = $derived(this.own.first ?? drawnPicture(this.asked.first));
  readonly second: Picture = $derived(this.own.second ?? drawnPicture(this.asked.second));

  readonly #colorsOf = createColorReader(pictureSide);
  #working = false;

  /** Asks for other settings. A drawing chosen for a side takes the place of the reader's own picture. */
  async change(changes: Partial<Settings>): Promise<void> {
    const own = { ...this.own };
    if (changes.first !== undefined) delete own.first;
    if (changes.second !== undefined) delete own.second;
    this.own = own;
    this.asked = { ...this.asked, ...changes };
    await this.#follow();
  }

  /**
   * Takes files of the reader's as pictures: the first for the side given, a second one for the other. A file that is no
   * picture leaves its side as it was and is named in a notice.
   */
  async take(side: SideName, files: readonly File[]): Promise<void> {
    const { ownPicture } = await import('./own-picture.ts');
    const sides = [side, side === 'first' ? 'second' : 'first'] as const;
    const problems: string[] = [];
    for (const [k, file] of files.slice(0, sides.length).entries()) {
      const target = sides[k] as SideName;
      try {
        const url = await ownPicture(file, pictureSide);
        this.own = { ...this.own, [target]: { url, name: 'your picture', label: this[target].label } };
      } catch (error) {
        problems.push(sentence(error));
      }
    }
    await this.#follow();
    this.notices = [...this.notices, ...problems];
  }

  /** Names the class of the reader's own picture. */
  name(side: SideName, label: string): void {
    const picture = this.own[side];
    if (picture) this.own = { ...this.own, [side]: { ...picture, label: label.trim() || 'unnamed' } };
  }

  /** Moves the page to another engine and blends there. */
  async force(name: EngineName | undefined): Promise<void> {
    const { demoPage } = await import('../demo/page.ts');
    try {
      await demoPage().engine.force(name);
      this.blend = undefined;
    } catch (error) {
      this.notices = [sentence(error)];
    }
    await this.#follow();
  }

  /** Blends until what is shown is what is asked for. While one blend is being made, only the last one asked for is made next. */
  async #follow(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      while (!this.#isShown()) await this.#make();
      this.state = 'done';
    } catch (error) {
      this.blend = undefined;
      this.state = 'failed';
      this.notices = [sentence(error)];
    } finally {
      this.#working = false;
    }
  }

  #isShown(): boolean {
    const { blend, asked, first, second } = this;
    return blend?.lambda === asked.lambda && blend.firstUrl === first.url && blend.secondUrl === second.url;
  }

  async #make(): Promise<void> {
    if (!this.device) this.state = 'preparing';
    const { lambda } = this.asked;
    const { url: firstUrl } = this.first;
    const { url: secondUrl } = this.second;
    const [{ demoPage }, { mixOnPage }, first, second] = await Promise.all([
      import('../demo/page.ts'),
      import('../../engine/run/mix-on-page.ts'),
      this.#colorsOf(firstUrl),
      this.#colorsOf(secondUrl),
    ]);
    const rows = new Float32Array(first.length + second.length);
    rows.set(first);
    rows.set(second, first.length);
    const { mixed, engine, notices } = await mixOnPage(demoPage().engine, {
      rows,
      width: first.length,
      first: Uint32Array.of(0),
      second: Uint32Array.of(1),
      lambdas: Float32Array.of(lambda),
    });
    this.blend = { firstUrl, secondUrl, lambda, first, second, mixed };
    this.engine = engine.name;
    this.device = engine.device;
    this.notices = notices;
  }
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
