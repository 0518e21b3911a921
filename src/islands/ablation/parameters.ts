import { defineParameters } from '../../parameters/parameter.ts';
import { digitsRunParameters } from '../kit/rerun/digits-run.ts';

/** Everything a reader can set in the ablation: what is shown, and how it is trained. */
export const ablationParameters = defineParameters({
  shows: {
    kind: 'choice',
    key: 'shows',
    label: 'shown',
    choices: [
      { value: 'parts', name: 'parts' },
      { value: 'layers', name: 'depths' },
      { value: 'strengths', name: 'strengths' },
    ],
    default: 'parts',
  },
  decay: {
    kind: 'choice',
    key: 'decay',
    label: 'decay',
    choices: [
      { value: 'weak', name: 'weak' },
      { value: 'strong', name: 'strong' },
    ],
    default: 'weak',
  },
  ...digitsRunParameters,
});
