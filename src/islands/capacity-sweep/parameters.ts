import { defineParameters } from '../../parameters/parameter.ts';
import { digitsRunParameters } from '../kit/rerun/digits-run.ts';

const { rows, steps, seeds } = digitsRunParameters;

/** Everything a reader can set in the sweep over network widths. */
export const capacitySweepParameters = defineParameters({
  alpha: {
    kind: 'choice',
    key: 'alpha',
    label: 'strength of mixup shown',
    choices: [
      { value: '0.2', name: 'α\u00A0=\u00A00.2' },
      { value: '1', name: 'α\u00A0=\u00A01' },
    ],
    default: '0.2',
  },
  rows,
  steps,
  seeds,
});
