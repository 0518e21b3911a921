import { corruptLabels } from '../core/data/corrupt-labels.ts';
import type { DataSet } from '../core/data/data-set.ts';
import { splitRows, type Split } from '../core/data/split-rows.ts';
import { expectInteger, expectLength, expectWithin } from '../core/expect.ts';
import type { Condition, Trial } from './study.ts';

/** What a network trains on: rows of the data, and a training label for every row of the data, right or wrong. */
interface TrainingSet {
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
}

/** What a network is trained and tested on. */
export interface TrialData extends TrainingSet {
  readonly test: Uint32Array;
}

/** A study's own choice of what a network trains on, in place of what its condition says of it. */
export type ChooseTrainingSet = (trial: Trial, usual: TrainingSet) => TrainingSet;

/**
 * Draws what networks train on: for each seed a split into training and test rows; of these the rows that a condition asks for; of their
 * labels the share that it asks to be drawn anew. Conditions of one seed that ask for the same share arrays, since plans are
 * shared by identity.
 *
 * @param split how many rows of each kind a seed has
 * @param choose a study's own choice; it is asked once for each network
 * @returns throws RangeError for rows that there are none of, and for a choice that trains on test rows
 */
export function createTrainingSets(
  data: DataSet,
  split: { readonly trainingRows: number; readonly testRows: number },
  choose: ChooseTrainingSet = (_, usual) => usual,
): (trial: Trial) => TrialData {
  const splitOf = once((seed: number) => splitRows(data.labels.length, split.trainingRows, seed, split.testRows));
  const rowsOf = once((_: string, { train }: Split, condition: Condition) => rowsFor(condition, train, data));
  const labelsOf = once((_: string, share: number, seed: number, rows: Uint32Array) =>
    corruptLabels(data.labels, data.classes, share, seed, rows),
  );
  return (trial) => {
    const { condition, seed } = trial;
    const { redrawn = 0, trainingRows, classShares } = condition;
    const { train, test } = splitOf(seed);
    const key = JSON.stringify([seed, trainingRows, classShares]);
    const rows = rowsOf(key, { train, test }, condition);
    const { labels } = labelsOf(`${key} ${redrawn}`, redrawn, seed, rows);
    const chosen = choose(trial, { rows, labels });
    const isTest = new Set(test);
    const leaked = chosen.rows.find((row) => isTest.has(row));
    if (leaked !== undefined)
      throw new RangeError(`${condition.name}: expected training rows that are no test rows, got ${leaked}.`);
    return { ...chosen, test };
  };
}

/** The first of a seed's training rows, as many as a condition asks for, and of each class the share that it asks for. */
function rowsFor({ name, trainingRows, classShares }: Condition, train: Uint32Array, data: DataSet): Uint32Array {
  if (trainingRows === undefined && classShares === undefined) return train;
  const count = trainingRows ?? train.length;
  const rows = train.subarray(0, expectInteger(`trainingRows of "${name}"`, count, 1, train.length));
  if (!classShares) return rows.slice();
  expectLength(`classShares of "${name}"`, classShares, data.classes, 'shares, one for each class');
  expectWithin(`classShares of "${name}"`, classShares, 0, 1);
  const labelOf = (row: number): number => data.labels[row] as number;
  const left = classShares.map((share, label) =>
    Math.round(share * rows.filter((row) => labelOf(row) === label).length),
  );
  return rows.filter((row) => (left[labelOf(row)] as number) > 0 && (left[labelOf(row)] as number)-- > 0);
}

/** Makes something once for each first argument. */
function once<Key, Rest extends readonly unknown[], Made>(
  make: (key: Key, ...rest: Rest) => Made,
): (key: Key, ...rest: Rest) => Made {
  const known = new Map<Key, Made>();
  return (key, ...rest) => {
    const made = known.get(key) ?? make(key, ...rest);
    known.set(key, made);
    return made;
  };
}
