import { readDigits } from '../../src/data/digits/read-digits.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { mixingInTime } from '../../src/studies/mixing-in-time.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'mixing-in-time',
  summary: 'errors and loss on digits where mixup ends early or begins late',
  data: 'digits.csv, pixels / 16',
  measures: digitsMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => mixingInTime(await readDigits()),
});
