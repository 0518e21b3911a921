import { betweenExamples, betweenMeasures } from '../../src/studies/between-examples.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'between-examples',
  summary: 'misses and gradient norm between training examples (Fig. 2 of the paper), on digits',
  data: 'digits.csv, pixels / 16; 200 random pairs of training rows for each seed',
  measures: betweenMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => betweenExamples(await readDigits()),
});
