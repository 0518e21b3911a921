import { blendAccuracy, blendAccuracyMeasures } from '../../src/studies/blend-accuracy.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'blend-accuracy',
  summary: 'training accuracies of mixup on digits, counted in several ways',
  data: 'digits.csv, pixels / 16; 1,000 random blends of training rows for each network',
  measures: blendAccuracyMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => blendAccuracy(await readDigits()),
});
