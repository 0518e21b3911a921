import type { DataSet } from '../../../../src/core/data/data-set.ts';
import type { PictureSet } from '../../../../src/core/data/pictures.ts';
import { readDigits } from '../../../../src/data/digits/read-digits.ts';
import { readFashionMnist } from '../../../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { readFullSizeFashion } from '../../../../src/data/fashion-mnist-full-size/read-full-size.ts';
import { ablation, ablationConditions } from '../../../../src/studies/ablation.ts';
import { alphaSweep, alphaSweepConditions } from '../../../../src/studies/alpha-sweep.ts';
import { capacitySweep } from '../../../../src/studies/capacity-sweep.ts';
import { corruptedConditions, corruptedLabels } from '../../../../src/studies/corrupted-labels.ts';
import { denseOrConvolutional } from '../../../../src/studies/dense-or-convolutional.ts';
import { learningCurves, learningCurvesConditions } from '../../../../src/studies/learning-curves.ts';
import { memorization } from '../../../../src/studies/memorization.ts';
import { mixingChoices } from '../../../../src/studies/mixing-choices.ts';
import { mixingInTime } from '../../../../src/studies/mixing-in-time.ts';
import { mixupOrCutmix } from '../../../../src/studies/mixup-or-cutmix.ts';
import { numberOfExamples } from '../../../../src/studies/number-of-examples.ts';
import { runStudy } from '../../../../src/studies/run-study.ts';
import { conditionsOn, lengthOn, studiedClothes } from '../../../../src/studies/studied-pictures.ts';
import type { Study } from '../../../../src/studies/study.ts';
import { clothesByHand, digitsByHand, measuredSlowly, trainOnPictures } from './slow-pictures.ts';
import { amount, resultOf, turned, type Recomputation } from './recomputation.ts';

/** Pictures as the site reads them, and read by hand. */
interface Pictures<Set extends DataSet> {
  readonly read: () => Promise<Set>;
  readonly byHand: () => DataSet;
}
const digits: Pictures<DataSet> = { read: readDigits, byHand: digitsByHand };
const clothes: Pictures<DataSet> = {
  read: async () => studiedClothes(await readFashionMnist()),
  byHand: () => clothesByHand('public/data/fashion-mnist.bin', 2500),
};
const fullSize: Pictures<PictureSet> = {
  read: readFullSizeFashion,
  byHand: () => clothesByHand('public/data/fashion-mnist-full-size.bin', 3000),
};

interface Shortened {
  readonly steps?: number;
  /** Steps that the file speaks of for each one here, where a study can be had shorter. */
  readonly shorter?: number;
  readonly trainingRows?: number;
}

const seed = 5;

/** Conditions of a study on pictures, a few steps of one seed. */
function some<Set extends DataSet>(
  { read, byHand }: Pictures<Set>,
  study: (pictures: Set) => Study<string>,
  names: readonly string[],
  { steps = 3, ...shortened }: Shortened = {},
): Recomputation {
  return async (engine, file) => {
    const short = { ...study(await read()), steps, measureEvery: steps };
    const results = await runStudy(engine, short, [seed], { keepHits: true });
    const pictures = byHand();
    return names.map((name) => {
      const network = trainOnPictures({ file, name, seed, steps, pictures, ...shortened });
      const { measures, hits } = resultOf(results, name);
      const { tested, slow } = measuredSlowly(network, pictures);
      return {
        of: name,
        measured: { ...measures, 'hits that differ': turned(hits, tested) },
        slow: { ...slow, 'hits that differ': amount(0, 1.5) },
      };
    });
  };
}

const named = <One extends { readonly name: string }>(conditions: readonly One[], names: readonly string[]): One[] =>
  conditions.filter(({ name }) => names.includes(name));

const ablationOf = (...names: string[]): Recomputation =>
  some(digits, (pictures) => ablation(pictures, {}, named(ablationConditions, names)), names, { steps: 4 });

export const ofPictures: Readonly<Record<string, Recomputation>> = {
  ablation: ablationOf('inputs-same-near', 'deep-hidden-3', 'labels'),
  'ablation-strong-decay': ablationOf('strong deep-hidden-4', 'strong noise-20', 'strong inputs-smoothing-40'),
  'alpha-sweep': some(digits, alphaSweep, ['mixup-0_2', 'mixup-8']),
  'alpha-sweep-clothes': some(
    clothes,
    (pictures) => alphaSweep(pictures, lengthOn('clothes'), conditionsOn('clothes', alphaSweepConditions)),
    ['clothes mixup-0_1'],
  ),
  'capacity-sweep': some(digits, capacitySweep, ['mixup-4', 'weak-mixup-32']),
  'corrupted-labels': some(digits, corruptedLabels, ['mixup-and-dropout 80', 'dropout 20']),
  'corrupted-labels-clothes': some(
    clothes,
    (pictures) => corruptedLabels(pictures, conditionsOn('clothes', corruptedConditions()), lengthOn('clothes')),
    ['clothes mixup 50'],
  ),
  'dense-or-convolutional': some(
    fullSize,
    (pictures) => denseOrConvolutional(pictures, { trainingRows: 100 }),
    ['mixup-convolutions-8', 'erm-dense-32'],
    { steps: 2, trainingRows: 100 },
  ),
  'learning-curves': some(digits, learningCurves, ['mixup']),
  'learning-curves-clothes': some(
    clothes,
    (pictures) => learningCurves(pictures, lengthOn('clothes'), conditionsOn('clothes', learningCurvesConditions())),
    ['clothes mixup'],
  ),
  memorization: some(digits, memorization, ['50', '100']),
  'mixing-choices': some(digits, mixingChoices, ['weak-per-example', 'same-batch', 'mixup-smoothing']),
  'mixing-in-time': some(
    digits,
    (pictures) => mixingInTime(pictures, 5),
    ['ends-early', 'begins-late', 'weak-begins-late'],
    { steps: 5, shorter: 300 },
  ),
  'mixup-or-cutmix': some(
    fullSize,
    (pictures) => mixupOrCutmix(pictures, { trainingRows: 100 }),
    ['cutmix-half', 'dense-pixels'],
    { steps: 2, trainingRows: 100 },
  ),
  'number-of-examples': some(digits, numberOfExamples, ['weak-mixup-100', 'mixup-400']),
};
