import { errorUnderAttack, attackAlphas, attackMeasures } from '../../src/studies/error-under-attack.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import type { Experiment } from './experiment.ts';
import { studyExperiment } from './study-experiment.ts';

const withAlpha = (name: string, alpha: number): Experiment =>
  studyExperiment({
    name,
    summary: `test error under FGSM and I-FGSM, white and black box (Table 3 of the paper), on digits, alpha ${alpha}`,
    data: 'digits.csv, pixels / 16; 200 test digits for each seed, each pixel changed by at most epsilon',
    measures: attackMeasures,
    seeds: Array.from({ length: 16 }, (_, n) => n + 1),
    study: async () => errorUnderAttack(await readDigits(), alpha),
  });

/** With weak and with strong mixup. */
export default [
  withAlpha('error-under-attack', attackAlphas.weak),
  withAlpha('error-under-attack-strong', attackAlphas.strong),
];
