import { defineParameters } from '../../parameters/parameter.ts';
import { digitsRunParameters } from '../kit/rerun/digits-run.ts';

/** Everything a reader can set in the ablation: what is shown, and how it is trained. */
export const ablationParameters = defineParameters({
  shows: {
    kind: 'choice',
    key: 'shows',
    label: 'shown',
    choices: [
      { value: 'parts', name: 'parts of mixup' },
      { value: 'layers', name: 'hidden layers 1 to 5' },
      { value: 'strengths', name: 'smoothing and noise' },
    ],
    default: 'parts',
  },
  decay: {
    kind: 'choice',
    key: 'decay',
    label: 'weight decay',
    choices: [
      { value: 'weak', name: '0.0001' },
      { value: 'strong', name: '0.0005' },
    ],
    default: 'weak',
  },
  ...digitsRunParameters,
});
