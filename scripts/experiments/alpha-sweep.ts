import { alphaSweep } from '../../src/studies/alpha-sweep.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'alpha-sweep',
  summary: 'errors and loss for each alpha (Table 1 of the paper), on digits',
  data: 'digits.csv, pixels / 16',
  measures: digitsMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => alphaSweep(await readDigits()),
});
