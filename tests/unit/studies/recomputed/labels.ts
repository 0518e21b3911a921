import { readFileSync } from 'node:fs';
import type { DataSet } from '../../../../src/core/data/data-set.ts';
import { readDigits } from '../../../../src/data/digits/read-digits.ts';
import { readFashionMnist } from '../../../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { memorizedDigits } from '../../../../src/studies/memorized-digits.ts';
import { runStudy } from '../../../../src/studies/run-study.ts';
import { lengthOn, studiedClothes, type StudiedPictures } from '../../../../src/studies/studied-pictures.ts';
import { unevenClasses } from '../../../../src/studies/uneven-classes.ts';
import { amount, errorOf, named, resultOf, type Recomputation } from './recomputation.ts';
import { published } from './slow-network-of.ts';
import { answersTo, clothesByHand, digitsByHand, rowOf, trainOnPictures } from './slow-pictures.ts';

const methods = ['erm', 'dropout', 'mixup', 'mixup-and-dropout'] as const;

/** The wrongly labeled pictures of one seed, and what a few steps make each method answer. */
function byHeart(set: StudiedPictures): Recomputation {
  return async (engine, file) => {
    const steps = 3;
    const { seeds, settings } = file as {
      readonly seeds: readonly number[];
      readonly settings: { readonly share: number };
    };
    const [seed = NaN] = seeds;
    const read = async (): Promise<DataSet> =>
      set === 'digits' ? readDigits() : studiedClothes(await readFashionMnist());
    const length = lengthOn(set, { steps, measureEvery: steps });
    const { digits: found } = await memorizedDigits(engine, await read(), settings.share, seed, length);
    const pictures = set === 'digits' ? digitsByHand() : clothesByHand('public/data/fashion-mnist.bin', 2500);
    // Its networks are those of the study on wrong labels.
    const end = set === 'digits' ? '' : '-clothes';
    const study = JSON.parse(readFileSync(`content/results/corrupted-labels${end}.json`, 'utf8')) as object;
    return (['dropout', 'mixup'] as const).map((method) => {
      const name = `${set === 'digits' ? '' : 'clothes '}${method} ${100 * settings.share}`;
      const network = trainOnPictures({ file: study, name, seed, steps, pictures });
      const wrong = Array.from(network.rows)
        .filter((row) => network.labels[row] !== pictures.labels[row])
        .sort((a, b) => a - b);
      const differ = found.filter(
        ({ row, shows, label }, n) =>
          row !== wrong[n] || shows !== pictures.labels[row] || label !== network.labels[row],
      ).length;
      const answered = wrong.filter(
        (row, n) => named(network.answer(rowOf(pictures, row))) !== found[n]?.answers[method],
      );
      return {
        of: name,
        measured: {
          pictures: found.length,
          'pictures that differ': differ,
          'answers that differ': answered.length,
          methods: Object.keys(found[0]?.answers ?? {}).filter((one, k) => one === methods[k]).length,
        },
        slow: {
          pictures: amount(wrong.length),
          'pictures that differ': amount(0),
          'answers that differ': amount(0, 1.5),
          methods: amount(4),
        },
      };
    });
  };
}

const ofUnevenClasses: Recomputation = async (engine, file) => {
  // The seed whose numbers of rows stand in the settings.
  const [steps, seed] = [6, 0];
  const study = unevenClasses(await readDigits());
  const results = await runStudy(engine, { ...study, steps, measureEvery: steps }, [seed]);
  const pictures = digitsByHand();
  const labelOf = (row: number): number => pictures.labels[row] ?? NaN;
  return ['weak-mixup', 'balanced-mixup'].map((name) => {
    const choose = (rows: Uint32Array, classShares: readonly number[]): Uint32Array => {
      // The first rows of each class, as many as its share of them is.
      const kept = classShares.flatMap((share, label) => {
        const own = Array.from(rows).filter((row) => labelOf(row) === label);
        return own.slice(0, Math.round(share * own.length));
      });
      const times = (row: number): number =>
        name.startsWith('balanced') && classShares[labelOf(row)] === 0.1 ? 10 : 1;
      return Uint32Array.from(rows)
        .filter((row) => kept.includes(row))
        .reduce((all, row) => Uint32Array.from([...all, ...Array<number>(times(row)).fill(row)]), new Uint32Array());
    };
    const network = trainOnPictures({ file, name, seed, steps, pictures, trainingRows: 1000, choose });
    const errorOn = (keeps: (label: number) => boolean) =>
      errorOf(
        answersTo(
          network,
          pictures,
          Array.from(network.test).filter((row) => keeps(labelOf(row))),
        ),
      );
    return {
      of: name,
      measured: { ...resultOf(results, name).measures, 'training rows': published(file, name).trainingRows },
      slow: {
        testError: errorOn(() => true),
        rareError: errorOn((label) => label % 2 === 1),
        commonError: errorOn((label) => label % 2 === 0),
        'training rows': amount(network.rows.length),
      },
    };
  });
};

export const ofLabels: Readonly<Record<string, Recomputation>> = {
  'memorized-digits': byHeart('digits'),
  'memorized-clothes': byHeart('clothes'),
  'uneven-classes': ofUnevenClasses,
};
