import { fetchFullSizeFashion } from '../../data/fashion-mnist-full-size/fashion-mnist-full-size.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { mixupOrCutmix, mixupOrCutmixConditions, type JoiningCondition } from '../../studies/mixup-or-cutmix.ts';
import { fullSizeDownload, fullSizeLength } from '../kit/rerun/full-size-run.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { ermBeside, patchFinding } from './finding.ts';
import { methods } from './methods.ts';
import { mixupOrCutmixParameters } from './parameters.ts';

/** Pictures weighed, cut by patches and cut by scattered pixels, as a figure. */
export const mixupOrCutmixSetup: RerunSetup<typeof mixupOrCutmixParameters, DigitsMeasure, JoiningCondition> = {
  parameters: mixupOrCutmixParameters,
  looks: ['shows'],
  docked: ['shows'],
  presets: [
    { name: '2,000 pictures', set: { rows: '2000', steps: '1000' } },
    { name: 'Few pictures', set: { rows: '500', steps: '1000' } },
    { name: 'A short training', set: { rows: '2000', steps: '250' } },
  ],
  measures: digitsMeasures,
  study: async (settings) => mixupOrCutmix(await fetchFullSizeFashion(), fullSizeLength(settings)),
  fetches: () => fullSizeDownload,
  conditions: mixupOrCutmixConditions,
  look: ({ method, hidden, channels }) => ({
    label: methods[method].label,
    method: methods[method].method,
    group: hidden === undefined ? `convolutions, 2 × ${channels} channels` : `dense, 2 × ${hidden} units`,
  }),
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 1 },
    {
      measure: 'testError',
      title: 'minus ERM, points',
      scale: 100,
      decimals: 2,
      domain: [-3, 3],
      against: ({ name }) => (name.endsWith('erm') ? undefined : ermBeside(name)),
    },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 3 },
    { measure: 'trainingError', title: 'training error, %', scale: 100, decimals: 1 },
  ],
  title: 'Errors and loss on clothes of pictures weighed and cut, means over seeds',
  finding: (summaries, { shows }) => patchFinding(summaries, shows),
  scope: ({ shows }) => (shows === 'error' ? 'test error' : 'test loss'),
  results: {
    beside: 'choices',
    title: 'Here: mixup and CutMix on Fashion-MNIST',
    files: ['mixup-or-cutmix'],
  },
};
