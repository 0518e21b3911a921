import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { learningCurves } from '../../src/studies/learning-curves.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'learning-curves',
  summary: 'errors while training goes on, with ERM and with mixup (Fig. 3b of the paper), on digits',
  data: 'digits.csv, pixels / 16',
  measures: digitsMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => learningCurves(await readDigits()),
});
