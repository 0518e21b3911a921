import { fetchFullSizeFashion } from '../../data/fashion-mnist-full-size/fashion-mnist-full-size.ts';
import { denseOrConvolutional, denseOrConvolutionalConditions } from '../../studies/dense-or-convolutional.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import { fullSizeDownload, fullSizeLength, fullSizeParameters, fullSizePresets } from '../kit/rerun/full-size-run.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { networksFinding } from './finding.ts';
import { networkOf } from './networks.ts';

/** Dense networks and convolutions, with ERM and with mixup, as a figure. */
export const denseOrConvolutionalSetup: RerunSetup<typeof fullSizeParameters, DigitsMeasure> = {
  parameters: fullSizeParameters,
  presets: fullSizePresets,
  measures: digitsMeasures,
  study: async (settings) => denseOrConvolutional(await fetchFullSizeFashion(), fullSizeLength(settings)),
  fetches: () => fullSizeDownload,
  conditions: denseOrConvolutionalConditions,
  look: ({ name, policy }) => ({
    ...ermOrMixup(policy, `mixup, α\u00A0=\u00A0${policy.alpha}`),
    group: networkOf(name)?.label ?? name,
  }),
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 1 },
    {
      measure: 'testError',
      title: 'minus ERM, points',
      scale: 100,
      decimals: 2,
      domain: [-3, 3],
      against: ({ name }) => (name.startsWith('mixup') ? name.replace('mixup', 'erm') : undefined),
    },
    {
      measure: 'testError',
      title: 'minus 128 dense units, points',
      scale: 100,
      decimals: 2,
      domain: [-8, 8],
      against: ({ name, policy }) =>
        name.endsWith('dense-128') ? undefined : policy.alpha === 0 ? 'erm-dense-128' : 'mixup-dense-128',
    },
    // More columns than these have no room on a phone; a file has the training errors.
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 2 },
  ],
  title: 'Errors on clothes of dense networks and of convolutions with ERM and with mixup, means over seeds',
  finding: (summaries) => networksFinding(summaries),
  results: {
    beside: 'imagenet',
    title: 'Here: dense networks and convolutions on Fashion-MNIST',
    files: ['dense-or-convolutional'],
  },
};
