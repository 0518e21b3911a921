import { alphaBatchParameters } from './parameters.ts';
import { defaultsOf } from '../../parameters/parameter.ts';
import { fetchDigitSamples } from '../../data/digits/digits.ts';
import { LatestMixture } from '../kit/demo/latest-mixture.svelte.ts';
import { drawBatch, type Settings } from './draw-batch.ts';

/** What is drawn: the blends of a mini-batch, `[pairs, pixels]`, and the settings they were made from. */
export interface MixedBatch {
  readonly from: Settings;
  readonly mixed: ArrayLike<number>;
}

/** A mini-batch of digits mixed by an engine, shown as `batch` before the reader asks for others. */
export function batchMixture(batch: MixedBatch): LatestMixture<Settings, MixedBatch> {
  return new LatestMixture(defaultsOf(alphaBatchParameters), batch, async (asked) => {
    const samples = await fetchDigitSamples();
    const pairs = drawBatch(asked);
    const images = pairs
      .flatMap(({ first, second }) => [first, second])
      .map(({ digit, sample }) => samples[digit]?.[sample] as Float32Array);
    const width = (images[0] as Float32Array).length;
    const rows = new Float32Array(images.length * width);
    images.forEach((image, row) => rows.set(image, row * width));
    return {
      request: {
        rows,
        width,
        first: Uint32Array.from(pairs, (_, n) => 2 * n),
        second: Uint32Array.from(pairs, (_, n) => 2 * n + 1),
        lambdas: Float32Array.from(pairs, ({ lambda }) => lambda),
      },
      show: (mixed) => ({ from: asked, mixed }),
    };
  });
}
