import { readDigits } from '../../src/data/digits/read-digits.ts';
import { marginMeasures, margins, marginSeeds } from '../../src/studies/margins.ts';
import { studyExperiment } from './study-experiment.ts';

/** On seeds that no other result under attack rests on: its epsilon was fixed before any of them was looked at. */
export default studyExperiment({
  name: 'margins',
  summary:
    'margins, slopes and test errors under attack at one epsilon fixed beforehand, on digits and on seeds of their own',
  data: 'digits.csv, pixels / 16; 200 test digits for each seed, each pixel changed by at most 10 %',
  measures: marginMeasures,
  seeds: marginSeeds,
  study: async () => margins(await readDigits()),
});
