import { answersHalfWay, isThird } from '../../../../scripts/experiments/choose-pairs.ts';
import type { DataSet } from '../../../../src/core/data/data-set.ts';
import type { PictureSet } from '../../../../src/core/data/pictures.ts';
import { splitRows } from '../../../../src/core/data/split-rows.ts';
import { sampleBeta } from '../../../../src/core/random/beta.ts';
import { createRandom, randomInteger } from '../../../../src/core/random/random.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../../../src/core/training/policy.ts';
import { readDigits } from '../../../../src/data/digits/read-digits.ts';
import { readFashionMnist } from '../../../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { readMnist } from '../../../../src/data/mnist/read-mnist.ts';
import { betweenConditions, betweenExamples } from '../../../../src/studies/between-examples.ts';
import { picturesEnsemble } from '../../../../src/studies/between-pictures.ts';
import { blendAccuracy } from '../../../../src/studies/blend-accuracy.ts';
import { calibration } from '../../../../src/studies/calibration.ts';
import { runStudy } from '../../../../src/studies/run-study.ts';
import { conditionsOn, lengthOn, studiedClothes } from '../../../../src/studies/studied-pictures.ts';
import { inputGradient, toLayers } from '../../../gpu/conformance/slow-network.ts';
import { amount, isRight, named, resultOf, share, sum, type Recomputation } from './recomputation.ts';
import {
  atTemperature,
  confidenceOf,
  slowCalibration,
  slowCertainty,
  slowFloor,
  slowTemperature,
  meanLoss,
} from './slow-calibration.ts';
import { trainedSlowly } from './slow-network-of.ts';
import { answersTo, clothesByHand, digitsByHand, rowOf, trainOnPictures } from './slow-pictures.ts';

const seed = 5;

/** A blend of two points, `weight` of the first. */
const blend = (a: readonly number[], b: readonly number[], weight: number): number[] =>
  a.map((value, k) => weight * value + (1 - weight) * (b[k] ?? NaN));
const norm = (values: readonly number[]): number => Math.sqrt(sum(values.map((value) => value * value)));
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** The pairs of a seed: the draws are those of the study, whose random numbers have tests of their own. */
function pairsOf({ labels }: DataSet, testRows: number): { a: number; b: number }[] {
  const { train } = splitRows(labels.length, 1000, seed, testRows);
  const random = createRandom(seed, 'pairs to look between');
  return Array.from({ length: 200 }, () => {
    const i = randomInteger(random, 1000);
    const j = (i + 1 + randomInteger(random, 999)) % 1000;
    return { a: train[i] ?? NaN, b: train[j] ?? NaN };
  });
}

/** Digits or clothes between which networks are looked at, as the site reads them and by hand. */
const looked = {
  digits: { read: readDigits, byHand: digitsByHand, testRows: 597, before: '' },
  clothes: {
    read: async () => studiedClothes(await readFashionMnist()),
    byHand: () => clothesByHand('public/data/fashion-mnist.bin', 2500),
    testRows: 1500,
    before: 'clothes ',
  },
} as const;

const ofExamples =
  (on: keyof typeof looked): Recomputation =>
  async (engine, file) => {
    const steps = 10;
    const { read, byHand, testRows, before } = looked[on];
    const conditions = conditionsOn(on, betweenConditions());
    const study = betweenExamples(await read(), { ...lengthOn(on), steps }, conditions);
    const results = await runStudy(engine, study, [seed]);
    const pictures = byHand();
    const pairs = pairsOf(pictures, testRows);
    return [`${before}mixup`, `${before}smoothing`].map((name) => {
      const { answer, parameters } = trainOnPictures({ file, name, seed, steps, pictures, testRows });
      const network = { sizes: [pictures.width, 64, 64, 10], activation: 'relu' } as const;
      const layers = toLayers(network, parameters);
      const slopeOf = (point: number[], label: number[]): number[] => inputGradient(network, layers, point, label);
      const oneHot = (label = NaN): number[] => Array.from({ length: 10 }, (_, k) => Number(k === label));
      const at = (weight: number) => {
        const points = pairs.map(({ a, b }) => blend(rowOf(pictures, a), rowOf(pictures, b), weight));
        const labels = pairs.map(({ a, b }) => [pictures.labels[a] ?? NaN, pictures.labels[b] ?? NaN] as const);
        const misses = points.filter((point, n) => !labels[n]?.includes(named(answer(point)))).length;
        const gradients = points.map((point, n) =>
          norm(slopeOf(point, blend(oneHot(labels[n]?.[0]), oneHot(labels[n]?.[1]), weight))),
        );
        // dp_k / dx = -p_k times the slope of the loss against k alone; the norm is that of the whole table.
        const steepness = points.slice(0, 50).map((point) => {
          const logs = answer(point);
          return norm(logs.flatMap((log, k) => slopeOf(point, oneHot(k)).map((slope) => Math.exp(log) * slope)));
        });
        return {
          [`misses ${100 * weight}`]: share(misses, 200),
          [`gradient ${100 * weight}`]: amount(mean(gradients)),
          [`slope ${100 * weight}`]: amount(mean(steepness)),
        };
      };
      return { of: name, measured: resultOf(results, name).measures, slow: { ...at(0.2), ...at(0.5) } };
    });
  };

const ofAccuracies: Recomputation = async (engine, file) => {
  const steps = 10;
  const results = await runStudy(engine, blendAccuracy(await readDigits(), steps), [seed]);
  const digits = digitsByHand();
  return (
    [
      ['weak-mixup', 0.2],
      ['mixup', 1],
    ] as const
  ).map(([name, alpha]) => {
    const network = trainOnPictures({ file, name, seed, steps, pictures: digits, testRows: 597 });
    const random = createRandom(seed, 'blends to count on', String(alpha));
    const draw = (): number[] => Array.from({ length: 1000 }, () => network.rows[randomInteger(random, 1000)] ?? NaN);
    const [first, second] = [draw(), draw()];
    const blends = first.map((a, n) => {
      const lambda = sampleBeta(alpha, random);
      const b = second[n] ?? NaN;
      const name = named(network.answer(blend(rowOf(digits, a), rowOf(digits, b), lambda)));
      const [labelA, labelB] = [digits.labels[a], digits.labels[b]];
      const given = (label: number | undefined): number =>
        (label === labelA ? lambda : 0) + (label === labelB ? 1 - lambda : 0);
      return { weighted: given(name), best: Math.max(given(labelA), given(labelB)), isStronger: given(name) >= 0.5 };
    });
    return {
      of: name,
      measured: resultOf(results, name).measures,
      slow: {
        weighted: share(sum(blends.map((one) => one.weighted)), 1000),
        stronger: share(blends.filter((one) => one.isStronger).length, 1000),
        best: amount(mean(blends.map((one) => one.best))),
        real: share(answersTo(network, digits, network.rows).filter(isRight).length, 1000),
      },
    };
  });
};

const ofCalibration: Recomputation = async (engine, file) => {
  const steps = 30;
  const names = ['weak-mixup', 'smoothing'];
  const conditions = calibration(await readDigits()).conditions.filter(({ name }) => names.includes(name));
  const results = await runStudy(engine, calibration(await readDigits(), steps, conditions), [seed]);
  const digits = digitsByHand();
  return names.map((name) => {
    const network = trainOnPictures({ file, name, seed, steps, pictures: digits });
    const used = new Set([...network.rows, ...network.test]);
    const others = Array.from(digits.labels.keys()).filter((row) => !used.has(row));
    const temperature = slowTemperature(answersTo(network, digits, others));
    const tested = answersTo(network, digits, network.test);
    const rescaled = atTemperature(tested, temperature);
    return {
      of: name,
      measured: resultOf(results, name).measures,
      slow: {
        ...slowCertainty(tested),
        confidence: amount(confidenceOf(tested)),
        calibrationFloor: slowFloor(tested),
        temperature: amount(temperature),
        rescaledConfidence: amount(confidenceOf(rescaled)),
        rescaledLoss: amount(meanLoss(rescaled)),
        rescaledCalibrationError: slowCalibration(rescaled),
        rescaledFloor: slowFloor(rescaled),
        'loss at 0.5': amount(meanLoss(atTemperature(tested, 0.5))),
        'error at 0.5': slowCalibration(atTemperature(tested, 0.5)),
        'floor at 4': slowFloor(atTemperature(tested, 4)),
      },
    };
  });
};

/** Half way between pictures of the last 3,000, which are not trained on, what both networks of a seed say. */
const halfWay =
  (read: () => Promise<PictureSet>, path: string): Recomputation =>
  async (engine) => {
    const steps = 2;
    const pictures = await read();
    const training = await engine.prepare(picturesEnsemble(pictures, [seed]));
    await training.train(steps);
    const byHand = clothesByHand(path, 7000);
    const random = createRandom(seed, 'pairs to compare');
    const pairs = Array.from({ length: 100 }, () => ({
      a: 4000 + randomInteger(random, 3000),
      b: 4000 + randomInteger(random, 3000),
    })).filter(({ a, b }) => byHand.labels[a] !== byHand.labels[b]);
    const found = await answersHalfWay(training, pictures, pairs);
    training.dispose();
    const learning = {
      network: { sizes: [196, 128, 128, 10], activation: 'relu' },
      batch: 64,
      optimizer: adam(0.001),
    } as const;
    const rows = Uint32Array.from({ length: 4000 }, (_, row) => row);
    return [ermPolicy, mixupPolicy(1)].map((policy, m) => {
      const { answer } = trainedSlowly({ ...learning, ...byHand, policy, seed, rows }, steps);
      const answers = pairs.map(({ a, b }) => ({
        logs: answer(blend(rowOf(byHand, a), rowOf(byHand, b), 0.5)),
        labels: [byHand.labels[a] ?? NaN, byHand.labels[b] ?? NaN] as const,
      }));
      const probabilities = (k: 0 | 1): number =>
        mean(answers.map(({ logs, labels }) => Math.exp(logs[labels[k]] ?? NaN)));
      const over = (of: (one: (typeof found)[number]) => number | undefined): number =>
        mean(found.map((one) => of(one) ?? NaN));
      return {
        of: m === 0 ? 'erm' : 'mixup',
        measured: {
          third: over((one) => Number(isThird(one, m))),
          'probability of A': over(({ ofA }) => ofA[m]),
          'probability of B': over(({ ofB }) => ofB[m]),
          greatest: over(({ greatest }) => greatest[m]),
        },
        slow: {
          third: share(answers.filter(({ logs, labels }) => !labels.includes(named(logs))).length, pairs.length),
          'probability of A': amount(probabilities(0)),
          'probability of B': amount(probabilities(1)),
          greatest: amount(mean(answers.map(({ logs }) => Math.exp(Math.max(...logs))))),
        },
      };
    });
  };

export const ofBlends: Readonly<Record<string, Recomputation>> = {
  'between-examples': ofExamples('digits'),
  'between-examples-clothes': ofExamples('clothes'),
  'blend-accuracy': ofAccuracies,
  calibration: ofCalibration,
  'between-pictures': halfWay(readMnist, 'public/data/mnist.bin'),
  'between-clothes': halfWay(readFashionMnist, 'public/data/fashion-mnist.bin'),
};
