import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { numberOfExamples } from '../../src/studies/number-of-examples.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'number-of-examples',
  summary: 'errors on digits with fewer and fewer of them to train on',
  data: 'digits.csv, pixels / 16',
  measures: digitsMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => numberOfExamples(await readDigits()),
});
