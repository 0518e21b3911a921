import { picturesRunParameters } from '../kit/rerun/pictures-run.ts';
import { defineParameters } from '../../parameters/parameter.ts';

/** What a reader can set in the re-run of Table 2. One share at a time keeps a run short. */
export const corruptedLabelsParameters = defineParameters({
  share: {
    kind: 'choice',
    key: 'share',
    label: 'redrawn',
    choices: [
      { value: '20', name: '20 %' },
      { value: '50', name: '50 %' },
      { value: '80', name: '80 %' },
      { value: 'all', name: 'all three' },
    ],
    default: '50',
  },
  ...picturesRunParameters,
});
