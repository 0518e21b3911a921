import type { DataSet } from '../core/data/data-set.ts';
import { memberFingerprints } from '../core/training/fingerprint.ts';
import { predictedClass } from '../core/statistics/log-probabilities.ts';
import type { Engine } from '../engine/engine.ts';
import { corruptedConditions, corruptedLabels, type CorruptedMethod } from './corrupted-labels.ts';
import type { DigitsLength } from './digits-study.ts';

/** A training digit with a wrong label, and what a network trained on that label answers. */
export interface WronglyLabeledDigit {
  /** Its row in the file of digits. */
  readonly row: number;
  /** The digit it shows. */
  readonly shows: number;
  /** The wrong label it was trained with. */
  readonly label: number;
  /** The class each method finds most probable. */
  readonly answers: Readonly<Record<CorruptedMethod, number>>;
}

/**
 * Trains one seed of the study on corrupted labels at one share, and asks its networks for every training digit whose label
 * is wrong.
 *
 * @param digits pixels from 0 to 1
 * @param share of the training labels drawn anew, 0 to 1
 * @returns the digits in the order of the file, and the fingerprint of each network's final weights
 */
export async function memorizedDigits(
  engine: Engine,
  digits: DataSet,
  share: number,
  seed: number,
  length: DigitsLength = {},
): Promise<{ digits: WronglyLabeledDigit[]; fingerprints: (string | undefined)[] }> {
  const conditions = corruptedConditions([share]);
  const study = corruptedLabels(digits, conditions, length);
  const [part] = study.parts([seed]);
  const [member] = part?.ensemble.members ?? [];
  if (!part || !member) throw new Error(`A study of one seed has a part with members; seed ${seed} has none.`);
  const training = await engine.prepare(part.ensemble);
  await training.train(study.steps);
  const logs = await training.evaluate(digits.inputs);
  const { parameters } = await training.snapshot();
  training.dispose();
  const wrong = Array.from(member.rows)
    .filter((row) => member.labels[row] !== digits.labels[row])
    .sort((a, b) => a - b);
  const answered = wrong.map((row) => ({
    row,
    shows: digits.labels[row] as number,
    label: member.labels[row] as number,
    answers: Object.fromEntries(
      conditions.map(({ method }, m) => [method, predictedClass(logs, m * digits.labels.length + row, digits.classes)]),
    ) as Record<CorruptedMethod, number>,
  }));
  return { digits: answered, fingerprints: memberFingerprints(parameters, conditions.length) };
}
