import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { corruptLabels } from '../../../../src/core/data/corrupt-labels.ts';
import type { DataSet } from '../../../../src/core/data/data-set.ts';
import { splitRows } from '../../../../src/core/data/split-rows.ts';
import { errorOf, lossOf, type Answer, type Expected } from './recomputation.ts';
import { published, trainedByReference, trainedSlowly, type SlowNetwork } from './slow-network-of.ts';

/** The digits, read without any code of the site. */
export function digitsByHand(): DataSet {
  const cells = readFileSync('public/data/digits.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  return {
    inputs: Float32Array.from(cells.flatMap((row) => row.slice(0, 64).map((ink) => ink / 16))),
    labels: Uint8Array.from(cells, (row) => row[64] ?? NaN),
    width: 64,
    classes: 10,
  };
}

/** The first clothes of a file of pictures, read likewise: after 8 bytes a byte for each label, then two pixels in each byte. */
export function clothesByHand(path: string, rows: number): DataSet {
  const bytes = gunzipSync(readFileSync(path));
  const count = (bytes[4] ?? 0) + 256 * (bytes[5] ?? 0);
  const width = (bytes[6] ?? 0) ** 2;
  const pixels = bytes.subarray(8 + count);
  return {
    inputs: Float32Array.from({ length: rows * width }, (_, k) => {
      const pair = pixels[k >> 1] ?? NaN;
      return (k % 2 === 0 ? pair >> 4 : pair & 15) / 15;
    }),
    labels: Uint8Array.from(bytes.subarray(8, 8 + rows)),
    width,
    classes: 10,
  };
}

export const rowOf = ({ inputs, width }: DataSet, row: number): number[] =>
  Array.from(inputs.subarray(row * width, (row + 1) * width));

/** Which network to train. */
interface SlowTrial {
  readonly file: object;
  readonly name: string;
  readonly seed: number;
  readonly steps: number;
  readonly pictures: DataSet;
  /** On how many pictures it is tested, and how many are trained on before classes are made rare: as the file says if not given. */
  readonly testRows?: number;
  readonly trainingRows?: number;
  /** By how much times of the training are shortened. */
  readonly shorter?: number;
  /** Makes what it trains on of the rows that its seed has. */
  readonly choose?: (rows: Uint32Array, classShares: readonly number[]) => Uint32Array;
}

/** A network as the file says, and the rows and labels it was given. */
export interface SlowTrained extends SlowNetwork {
  readonly rows: Uint32Array;
  readonly test: Uint32Array;
  readonly labels: Uint8Array;
}

/** Trains the network of one seed of a study on pictures. */
export function trainOnPictures(trial: SlowTrial): SlowTrained {
  const { file, name, seed, steps, pictures, shorter = 1, choose = (rows) => rows } = trial;
  const { trainingRows, redrawn, classShares = [], policy: usual, ...learning } = published(file, name);
  const { testRows = trial.testRows ?? NaN } = file as { testRows?: number };
  const split = splitRows(pictures.labels.length, trial.trainingRows ?? trainingRows, seed, testRows);
  const rows = choose(split.train, classShares);
  const { labels } = corruptLabels(pictures.labels, pictures.classes, redrawn, seed, rows);
  const policy = {
    ...usual,
    ...(usual.mixesFrom !== undefined && { mixesFrom: usual.mixesFrom / shorter }),
    ...(usual.mixesUntil !== undefined && { mixesUntil: usual.mixesUntil / shorter }),
  };
  const train = pictures.width > 200 ? trainedByReference : trainedSlowly;
  const task = { ...learning, policy, seed, inputs: pictures.inputs, labels, rows };
  return { ...train(task, steps), rows, test: split.test, labels };
}

/** Answers to some rows, judged by some labels. */
export const answersTo = (
  { answer }: Pick<SlowNetwork, 'answer'>,
  pictures: DataSet,
  rows: Iterable<number>,
  labels = pictures.labels,
): Answer[] => Array.from(rows, (row) => ({ logs: answer(rowOf(pictures, row)), right: labels[row] ?? NaN }));

/** All that studies on pictures measure, and the answers to the rows tested on. */
export function measuredSlowly(
  network: SlowTrained,
  pictures: DataSet,
): { tested: Answer[]; slow: Record<string, Expected> } {
  const trained = answersTo(network, pictures, network.rows, network.labels);
  const isWrong = Array.from(network.rows, (row) => network.labels[row] !== pictures.labels[row]);
  const tested = answersTo(network, pictures, network.test);
  const slow = {
    testError: errorOf(tested),
    testLoss: lossOf(tested),
    trainingError: errorOf(trained),
    trainingLoss: lossOf(trained),
    errorOnReal: errorOf(trained.filter((_, n) => !isWrong[n])),
    errorOnCorrupted: errorOf(trained.filter((_, n) => isWrong[n])),
  };
  return { tested, slow };
}
