import { ablation } from '../../src/studies/ablation.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'ablation',
  summary: 'errors and loss of the variants of mixup (Table 5 of the paper), on digits',
  data: 'digits.csv, pixels / 16',
  measures: digitsMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => ablation(await readDigits()),
});
