import type { digitsRunParameters } from './digits-run.ts';
import type { ValuesOf } from '../../../parameters/parameter.ts';
import type { DigitsLength } from '../../../studies/digits-study.ts';

/** What the reader's settings say of the length of a study on digits. */
export const digitsLength = ({
  rows,
  steps,
}: Pick<ValuesOf<typeof digitsRunParameters>, 'rows' | 'steps'>): DigitsLength => ({
  trainingRows: Number(rows),
  steps: Number(steps),
});
