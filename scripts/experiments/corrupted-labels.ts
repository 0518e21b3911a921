import { corruptedLabels } from '../../src/studies/corrupted-labels.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'corrupted-labels',
  summary: 'test error and memorization when training labels are wrong (Table 2 of the paper), on digits',
  data: 'digits.csv, pixels / 16; labels drawn anew uniformly over all ten classes, corrupted where changed',
  measures: digitsMeasures,
  seeds: [1, 2, 3, 4, 5, 6, 7, 8],
  study: async () => corruptedLabels(await readDigits()),
});
