import { corruptLabels, type CorruptedLabels } from '../core/data/corrupt-labels.ts';
import type { DataSet } from '../core/data/data-set.ts';
import { splitRows, type Split } from '../core/data/split-rows.ts';
import { memberLimit, type Member } from '../core/training/ensemble.ts';
import { errorRate, negativeLogLikelihood, trainingErrors } from '../core/statistics/classification.ts';
import type { Network } from '../core/training/network.ts';
import { adam } from '../core/training/optimizer.ts';
import type { Condition, Measures, Study, StudyPart } from './study.ts';

/** How long and on how much a study on digits trains; see {@link digitsProtocol} for what is left out. */
export interface DigitsLength {
  readonly steps?: number;
  readonly measureEvery?: number;
  readonly trainingRows?: number;
}

/** What a study on digits compares; networks have two hidden layers of 64 units where a condition says nothing else. */
interface DigitsSettings extends DigitsLength {
  readonly conditions: readonly Condition[];
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
} as const;

/** The network of a condition: 8 x 8 pixels, two hidden layers of equal width, ten classes. */
export function digitsNetwork(hidden: number): Network {
  return { sizes: [64, hidden, hidden, 10], activation: 'relu' };
}

/** What belongs to one seed and one share of redrawn labels, whatever the policy. */
interface Draw {
  readonly split: Split;
  readonly training: CorruptedLabels;
}

/**
 * A study on 8 x 8 digits: for each seed a split into training and test rows, the same for all conditions.
 *
 * @param digits pixels from 0 to 1
 */
export function digitsStudy(digits: DataSet, settings: DigitsSettings): Study<DigitsMeasure> {
  const { conditions, trainingRows = digitsProtocol.trainingRows } = settings;
  const { steps = digitsProtocol.steps, measureEvery = digitsProtocol.measureEvery } = settings;
  const widths = [...new Set(conditions.map(({ hidden = digitsProtocol.hidden }) => hidden))];
  return {
    conditions,
    steps,
    measureEvery,
    parts: (seeds) => {
      const drawOf = createDraws(digits, trainingRows);
      return widths.flatMap((width) => {
        const own = conditions.filter(({ hidden = digitsProtocol.hidden }) => hidden === width);
        return seedGroups(seeds, own.length).map((group) => digitsPart(digits, width, own, group, drawOf));
      });
    },
  };
}

/** As many seeds at a time as fit into an ensemble with all conditions. */
function seedGroups(seeds: readonly number[], conditions: number): (readonly number[])[] {
  const size = Math.max(1, Math.floor(memberLimit / conditions));
  return Array.from({ length: Math.ceil(seeds.length / size) }, (_, n) => seeds.slice(n * size, (n + 1) * size));
}

function digitsPart(
  digits: DataSet,
  width: number,
  conditions: readonly Condition[],
  seeds: readonly number[],
  drawOf: (seed: number, redrawn: number) => Draw,
): StudyPart<DigitsMeasure> {
  // Seed by seed, so that a worker plans each order of examples once for all conditions.
  const trials = seeds.flatMap((seed) =>
    conditions.map((condition) => ({ condition, seed, draw: drawOf(seed, condition.redrawn ?? 0) })),
  );
  return {
    trials: trials.map(({ condition, seed }) => ({ condition, seed })),
    ensemble: {
      network: digitsNetwork(width),
      inputs: digits.inputs,
      members: trials.map(({ condition, seed, draw }): Member => ({
        seed,
        policy: condition.policy,
        optimizer: digitsProtocol.optimizer,
        labels: draw.training.labels,
        rows: draw.split.train,
      })),
      batch: digitsProtocol.batch,
    },
    measure: async (training, breathe) => {
      const logs = await training.evaluate(digits.inputs);
      const size = digits.labels.length * digits.classes;
      const measured: Measures<DigitsMeasure>[] = [];
      for (const [m, { draw }] of trials.entries()) {
        await breathe();
        measured.push(measure(logs.subarray(m * size, (m + 1) * size), digits, draw));
      }
      return measured;
    },
  };
}

/** Draws each seed's rows and labels once, so that members share the arrays: plans are shared by identity. */
function createDraws(digits: DataSet, trainingRows: number): (seed: number, redrawn: number) => Draw {
  const splits = new Map<number, Split>();
  const draws = new Map<string, Draw>();
  return (seed, redrawn) => {
    const split = splits.get(seed) ?? splitRows(digits.labels.length, trainingRows, seed, digitsProtocol.testRows);
    splits.set(seed, split);
    const key = `${seed} ${redrawn}`;
    const draw = draws.get(key) ?? {
      split,
      training: corruptLabels(digits.labels, digits.classes, redrawn, seed, split.train),
    };
    draws.set(key, draw);
    return draw;
  };
}

/** @param logs log-probabilities of all rows under one member, `[rows, classes]` */
function measure(logs: Float32Array, digits: DataSet, { split, training }: Draw): Measures<DigitsMeasure> {
  const { classes } = digits;
  if (logs.some(Number.isNaN)) return diverged;
  const test = ofRows(logs, split.test, classes);
  const testLabels = pick(digits.labels, split.test);
  const train = ofRows(logs, split.train, classes);
  const trainLabels = pick(training.labels, split.train);
  const { onReal, onCorrupted } = trainingErrors(train, trainLabels, pick(training.corrupted, split.train), classes);
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
