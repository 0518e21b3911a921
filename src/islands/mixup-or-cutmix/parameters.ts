import { defineParameters } from '../../parameters/parameter.ts';
import { fullSizeParameters } from '../kit/rerun/full-size-run.ts';

/** Everything a reader can set beside mixup and CutMix. */
export const mixupOrCutmixParameters = defineParameters({
  shows: {
    kind: 'choice',
    key: 'shows',
    label: 'shown',
    choices: [
      { value: 'loss', name: 'test loss' },
      { value: 'error', name: 'test error' },
    ],
    default: 'loss',
  },
  ...fullSizeParameters,
  steps: {
    ...fullSizeParameters.steps,
    choices: [
      { value: '250', name: '250' },
      { value: '500', name: '500' },
      { value: '1000', name: '1000' },
    ],
    default: '1000',
  },
});
