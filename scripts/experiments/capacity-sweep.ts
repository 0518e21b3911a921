import { capacitySweep } from '../../src/studies/capacity-sweep.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'capacity-sweep',
  summary: 'errors and loss of small and large networks (Fig. 4 of the paper), on digits',
  data: 'digits.csv, pixels / 16',
  measures: digitsMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => capacitySweep(await readDigits()),
});
