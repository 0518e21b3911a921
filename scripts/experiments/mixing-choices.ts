import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { mixingChoices } from '../../src/studies/mixing-choices.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'mixing-choices',
  summary: 'errors and loss on digits of what programs choose for their users',
  data: 'digits.csv, pixels / 16',
  measures: digitsMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: async () => mixingChoices(await readDigits()),
});
