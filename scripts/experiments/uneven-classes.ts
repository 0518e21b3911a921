import { readDigits } from '../../src/data/digits/read-digits.ts';
import { unevenClasses, unevenMeasures } from '../../src/studies/uneven-classes.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'uneven-classes',
  summary: 'errors on digits where half of the classes are rare',
  data: 'digits.csv, pixels / 16; of every second digit a tenth of the training rows is left',
  measures: unevenMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => unevenClasses(await readDigits()),
});
