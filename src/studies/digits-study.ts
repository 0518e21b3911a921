import type { DataSet } from '../core/data/data-set.ts';
import { memberLimit, type Ensemble, type Member } from '../core/training/ensemble.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import type { Breathe } from '../engine/run/page-turns.ts';
import { errorRate, negativeLogLikelihood, trainingErrors } from '../core/statistics/classification.ts';
import type { Network } from '../core/training/network.ts';
import { adam } from '../core/training/optimizer.ts';
import { hitsAmong } from './hits.ts';
import type { Condition, Measures, Study, StudyPart, Trial } from './study.ts';
import { createTrainingSets, type ChooseTrainingSet, type TrialData } from './training-set.ts';

/** How long and on how much a study on digits trains; see {@link digitsProtocol} for what is left out. */
export interface DigitsLength {
  readonly steps?: number;
  readonly measureEvery?: number;
  readonly trainingRows?: number;
  readonly testRows?: number;
}

/** What a study on digits compares; networks have two hidden layers of 64 units where a condition says nothing else. */
interface DigitsSettings extends DigitsLength {
  readonly conditions: readonly Condition[];
  /** Rows and labels of its own for a network, where its condition does not say them. */
  readonly trainingSet?: ChooseTrainingSet;
}

/**
 * - `testError`, `testLoss` (nats): on the test rows, whose labels are all right;
 * - `trainingError`, `trainingLoss`: on the training rows with their training labels, wrong ones included;
 * - `errorOnReal`, `errorOnCorrupted`: the training error on right and on wrong labels apart; 0 where there are none.
 *
 * Errors are shares from 0 to 1.
 */
export const digitsMeasures = [
  'testError',
  'testLoss',
  'trainingError',
  'trainingLoss',
  'errorOnReal',
  'errorOnCorrupted',
] as const;
export type DigitsMeasure = (typeof digitsMeasures)[number];

/** The protocol that all studies on digits share. */
export const digitsProtocol = {
  batch: 64,
  optimizer: adam(0.003),
  testRows: 597,
  trainingRows: 1000,
  steps: 1500,
  measureEvery: 100,
  hidden: 64,
  hiddenLayers: 2,
} as const;

/**
 * The network of a condition: hidden layers of equal width between the pixels and the classes, two if it says nothing else.
 *
 * @param pictures those it sees: 8 x 8 digits, if not given
 */
export function digitsNetwork(
  {
    hidden = digitsProtocol.hidden,
    hiddenLayers = digitsProtocol.hiddenLayers,
  }: Pick<Condition, 'hidden' | 'hiddenLayers'>,
  { width, classes }: Pick<DataSet, 'width' | 'classes'> = { width: 64, classes: 10 },
): Network {
  return { sizes: [width, ...Array.from({ length: hiddenLayers }, () => hidden), classes], activation: 'relu' };
}

/**
 * A study on 8 x 8 digits: for each seed a split into training and test rows. All conditions are tested on the same rows, and train on
 * the same but for what they, or the study, say else.
 *
 * @param digits pixels from 0 to 1; other pictures do as well
 */
export function digitsStudy(digits: DataSet, settings: DigitsSettings): Study<DigitsMeasure> {
  const { conditions, trainingSet } = settings;
  const { trainingRows = digitsProtocol.trainingRows, testRows = digitsProtocol.testRows } = settings;
  const { steps = digitsProtocol.steps, measureEvery = digitsProtocol.measureEvery } = settings;
  const sizesOf = (condition: Condition): string => digitsNetwork(condition).sizes.join('-');
  const architectures = [...new Set(conditions.map(sizesOf))];
  return {
    conditions,
    steps,
    measureEvery,
    parts: (seeds) => {
      const dataOf = createTrainingSets(digits, { trainingRows, testRows }, trainingSet);
      return architectures.flatMap((sizes) => {
        const own = conditions.filter((condition) => sizesOf(condition) === sizes);
        const network = digitsNetwork(own[0] as Condition, digits);
        return classifierParts(digits, network, digitsProtocol, own, seeds, dataOf);
      });
    },
  };
}

/** As many seeds at a time as fit into an ensemble with all conditions. */
function seedGroups(seeds: readonly number[], conditions: number): (readonly number[])[] {
  const size = Math.max(1, Math.floor(memberLimit / conditions));
  return Array.from({ length: Math.ceil(seeds.length / size) }, (_, n) => seeds.slice(n * size, (n + 1) * size));
}

/**
 * Networks of one architecture that learn to name rows of a data set, measured by {@link digitsMeasures}.
 *
 * @param conditions those that have this architecture
 */
export function classifierParts(
  data: DataSet,
  network: Network,
  learning: Pick<Ensemble, 'batch'> & Pick<Member, 'optimizer'>,
  conditions: readonly Condition[],
  seeds: readonly number[],
  dataOf: (trial: Trial) => TrialData,
): StudyPart<DigitsMeasure>[] {
  return seedGroups(seeds, conditions.length).map((group) =>
    classifierPart(data, network, learning, conditions, group, dataOf),
  );
}

function classifierPart(
  digits: DataSet,
  network: Network,
  { batch, optimizer }: Pick<Ensemble, 'batch'> & Pick<Member, 'optimizer'>,
  conditions: readonly Condition[],
  seeds: readonly number[],
  dataOf: (trial: Trial) => TrialData,
): StudyPart<DigitsMeasure> {
  // Seed by seed, so that a worker plans each order of examples once for all conditions.
  const trials = seeds.flatMap((seed) => conditions.map((condition): Trial => ({ condition, seed })));
  const data = trials.map(dataOf);
  const eachMember = async <Found>(
    training: TrainingEnsemble,
    breathe: Breathe,
    find: (logs: Float32Array, own: TrialData) => Found,
  ): Promise<Found[]> => {
    const logs = await training.evaluate(digits.inputs);
    const size = digits.labels.length * digits.classes;
    const found: Found[] = [];
    for (const [m, own] of data.entries()) {
      await breathe();
      found.push(find(logs.subarray(m * size, (m + 1) * size), own));
    }
    return found;
  };
  return {
    trials,
    ensemble: {
      network,
      inputs: digits.inputs,
      members: trials.map(({ condition, seed }, m): Member => {
        const { rows, labels } = data[m] as TrialData;
        const { policy, weightDecay = optimizer.weightDecay } = condition;
        return { seed, policy, optimizer: { ...optimizer, weightDecay }, labels, rows };
      }),
      batch,
    },
    measure: (training, breathe) => eachMember(training, breathe, (logs, own) => measure(logs, digits, own)),
    hits: (training, breathe) =>
      eachMember(training, breathe, (logs, { test }) =>
        hitsAmong(ofRows(logs, test, digits.classes), pick(digits.labels, test), digits.classes),
      ),
  };
}

/** @param logs log-probabilities of all rows under one member, `[rows, classes]` */
function measure(logs: Float32Array, digits: DataSet, own: TrialData): Measures<DigitsMeasure> {
  const { classes } = digits;
  if (logs.some(Number.isNaN)) return diverged;
  const test = ofRows(logs, own.test, classes);
  const testLabels = pick(digits.labels, own.test);
  const train = ofRows(logs, own.rows, classes);
  const trainLabels = pick(own.labels, own.rows);
  const isWrong = Uint8Array.from(own.rows, (row) => Number(own.labels[row] !== digits.labels[row]));
  const { onReal, onCorrupted } = trainingErrors(train, trainLabels, isWrong, classes);
  return {
    testError: errorRate(test, testLabels, classes),
    testLoss: negativeLogLikelihood(test, testLabels, classes),
    trainingError: errorRate(train, trainLabels, classes),
    trainingLoss: negativeLogLikelihood(train, trainLabels, classes),
    errorOnReal: Number.isNaN(onReal) ? 0 : onReal,
    errorOnCorrupted: Number.isNaN(onCorrupted) ? 0 : onCorrupted,
  };
}

const diverged = Object.fromEntries(digitsMeasures.map((name) => [name, NaN])) as Measures<DigitsMeasure>;

function ofRows(logs: Float32Array, rows: Uint32Array, classes: number): Float32Array {
  const chosen = new Float32Array(rows.length * classes);
  rows.forEach((row, n) => chosen.set(logs.subarray(row * classes, (row + 1) * classes), n * classes));
  return chosen;
}

function pick(values: Uint8Array, rows: Uint32Array): Uint8Array {
  return Uint8Array.from(rows, (row) => values[row] as number);
}
