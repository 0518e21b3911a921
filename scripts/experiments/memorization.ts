import { memorization, memorizationMeasures } from '../../src/studies/memorization.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'memorization',
  summary: 'training and test error of a network that learns random labels by heart, on digits',
  data: 'digits.csv, pixels / 16; a share of the training labels drawn anew uniformly over all ten classes',
  measures: memorizationMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => memorization(await readDigits()),
});
