import { mixDigitsParameters } from './parameters.ts';
import { defaultsOf, type ValuesOf } from '../../parameters/parameter.ts';
import { fetchMnistSamples } from '../../data/mnist/mnist.ts';
import { samplesPerClass, type PictureSamples } from '../../data/picture-samples.ts';
import { LatestMixture } from '../kit/demo/latest-mixture.svelte.ts';

type Settings = ValuesOf<typeof mixDigitsParameters>;

/** What is drawn: both images, their mixture, and the settings it was made from. */
export interface MixedPicture {
  readonly from: Settings;
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
  readonly mixed: ArrayLike<number>;
}

/** Two digits mixed by an engine, shown as `picture` before the reader asks for others. */
export function digitMixture(picture: MixedPicture): LatestMixture<Settings, MixedPicture> {
  return new LatestMixture(defaultsOf(mixDigitsParameters), picture, async (asked) => {
    const samples = await fetchMnistSamples();
    const first = imageOf(samples, asked.first, asked.firstSample);
    const second = imageOf(samples, asked.second, asked.secondSample);
    const rows = new Float32Array(first.length + second.length);
    rows.set(first);
    rows.set(second, first.length);
    return {
      request: {
        rows,
        width: first.length,
        first: Uint32Array.of(0),
        second: Uint32Array.of(1),
        lambdas: Float32Array.of(asked.lambda),
      },
      show: (mixed) => ({ from: asked, first, second, mixed }),
    };
  });
}

/** The image after this one among the images of its digit. */
export const nextSample = (sample: number): number => (sample + 1) % samplesPerClass;

function imageOf(samples: PictureSamples, digit: string, sample: number): Float32Array {
  return samples[Number(digit)]?.[sample] as Float32Array;
}
