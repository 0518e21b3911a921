import { tellError } from '../../engine/tell-error.ts';
import { blendPicturesParameters, pictureSide } from './parameters.ts';
import { defaultsOf, type ValuesOf } from '../../parameters/parameter.ts';
import { LatestMixture } from '../kit/demo/latest-mixture.svelte.ts';
import { LastAsked } from '../kit/demo/last-asked.ts';
import { drawnPicture, type Picture, type SideName } from '../kit/pictures/picture.ts';
import { createColorReader } from '../kit/pictures/read-colors.ts';
import { blendWords } from './words.ts';

type Settings = ValuesOf<typeof blendPicturesParameters>;

/** Two pictures and the weight of the first. */
interface Pair {
  readonly first: Picture;
  readonly second: Picture;
  readonly lambda: number;
}

/** What an engine made, with what it was made from; colors are `[side, side, 3]` from 0 to 1. */
interface Blend {
  readonly lambda: number;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly mixed: Float32Array;
}

/** The state of the figure "A cat, a dog, and a share of each": what the reader asks for, and the last blend an engine made. */
export class BlendPicturesDemo {
  /** What the reader asks for; the blend follows as soon as an engine has made it. */
  asked: Settings = $state.raw(defaultsOf(blendPicturesParameters));
  /** Pictures of the reader's, in place of drawings. They live in this page only. */
  own: Readonly<Partial<Record<SideName, Picture>>> = $state.raw({});
  /** Sentences about files that are no pictures. */
  notices: readonly string[] = $state.raw([]);

  readonly first: Picture = $derived(this.own.first ?? drawnPicture(this.asked.first));
  readonly second: Picture = $derived(this.own.second ?? drawnPicture(this.asked.second));

  /** Nothing is made until the figure is used. */
  readonly mixture = new LatestMixture<Pair, Blend | undefined>(this.#pair, undefined, async (pair) => {
    const [first, second] = await Promise.all([this.#colorsOf(pair.first.url), this.#colorsOf(pair.second.url)]);
    const rows = new Float32Array(first.length + second.length);
    rows.set(first);
    rows.set(second, first.length);
    return {
      request: {
        rows,
        width: first.length,
        first: Uint32Array.of(0),
        second: Uint32Array.of(1),
        lambdas: Float32Array.of(pair.lambda),
      },
      show: (mixed) => ({ lambda: pair.lambda, first, second, mixed }),
    };
  });

  /** Pictures of each side, which may be slow to read. */
  readonly #lastAsked = { first: new LastAsked(), second: new LastAsked() };
  readonly #colorsOf = createColorReader(pictureSide);

  get #pair(): Pair {
    return { first: this.first, second: this.second, lambda: this.asked.lambda };
  }

  /** Asks for other settings. A drawing chosen for a side takes the place of the reader's own picture. */
  async change(changes: Partial<Settings>): Promise<void> {
    const own = { ...this.own };
    if (changes.first !== undefined) {
      this.#lastAsked.first.ask();
      delete own.first;
    }
    if (changes.second !== undefined) {
      this.#lastAsked.second.ask();
      delete own.second;
    }
    this.own = own;
    this.notices = [];
    this.asked = { ...this.asked, ...changes };
    await this.mixture.change(this.#pair);
  }

  /**
   * Takes files of the reader's as pictures: the first for the side given, a second one for the other. A file that is no
   * picture leaves its side as it was and is named among the notices.
   */
  async take(side: SideName, files: readonly File[]): Promise<void> {
    const sides = [side, side === 'first' ? 'second' : 'first'] as const;
    this.notices = [];
    for (const [k, file] of files.slice(0, sides.length).entries()) {
      const target = sides[k] as SideName;
      const isLast = this.#lastAsked[target].ask();
      try {
        const { ownPicture } = await import('./own-picture.ts');
        const url = await ownPicture(file, pictureSide);
        if (!isLast()) continue;
        this.own = { ...this.own, [target]: { url, name: blendWords.yourPicture, label: this[target].label } };
      } catch (error) {
        this.notices = [...this.notices, tellError(error)];
      }
    }
    await this.mixture.change(this.#pair);
  }

  /** Names the class of the reader's own picture. */
  name(side: SideName, label: string): void {
    const picture = this.own[side];
    if (picture) this.own = { ...this.own, [side]: { ...picture, label: label.trim() || blendWords.unnamed } };
  }
}
