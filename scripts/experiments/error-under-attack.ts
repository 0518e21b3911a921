import { errorUnderAttack, attackAlphas, attackMeasures } from '../../src/studies/error-under-attack.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { readFashionMnist } from '../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { clothesProtocol, studiedClothes } from '../../src/studies/studied-pictures.ts';
import type { Experiment } from './experiment.ts';
import { studyExperiment } from './study-experiment.ts';

const sets = {
  digits: { end: '', seeds: 16, data: 'digits.csv, pixels / 16', read: readDigits },
  clothes: {
    end: '-clothes',
    seeds: 8,
    data: `fashion-mnist.bin, the first ${clothesProtocol.pictures} pictures`,
    read: async () => studiedClothes(await readFashionMnist()),
  },
} as const;

const attacked = (set: keyof typeof sets, strength: '' | '-strong', alpha: number): Experiment => {
  const { end, seeds, data, read } = sets[set];
  return studyExperiment({
    name: `error-under-attack${end}${strength}`,
    summary: `test error under FGSM and I-FGSM, white and black box (Table 3 of the paper), on ${set}, alpha ${alpha}`,
    data: `${data}; 200 test ${set} for each seed, each pixel changed by at most epsilon`,
    measures: attackMeasures,
    seeds: Array.from({ length: seeds }, (_, n) => n + 1),
    study: async () => errorUnderAttack(await read(), alpha),
  });
};

/** With weak and with strong mixup. */
export default [
  attacked('digits', '', attackAlphas.weak),
  attacked('digits', '-strong', attackAlphas.strong),
  attacked('clothes', '', attackAlphas.weak),
  attacked('clothes', '-strong', attackAlphas.strong),
];
