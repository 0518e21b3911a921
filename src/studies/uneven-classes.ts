import type { DataSet } from '../core/data/data-set.ts';
import { errorRate } from '../core/statistics/classification.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { digitsProtocol, digitsStudy } from './digits-study.ts';
import type { Condition, Study, StudyPart } from './study.ts';
import { createTrainingSets, type ChooseTrainingSet } from './training-set.ts';

/**
 * `testError` on test rows whose classes are all about as common, `rareError` and `commonError` on those of the rare and of the
 * common classes among them; from 0 to 1.
 */
export const unevenMeasures = ['testError', 'rareError', 'commonError'] as const;
type UnevenMeasure = (typeof unevenMeasures)[number];

/** The share of each digit's training rows that is left: of every second digit a tenth. */
const classShares = Array.from({ length: 10 }, (_, digit) => (digit % 2 === 0 ? 1 : 0.1));
const isRare = (digit: number): boolean => (classShares[digit] as number) < 1;

const policies = { erm: ermPolicy, 'weak-mixup': mixupPolicy(0.2), mixup: mixupPolicy(1) };

const asTheyAre = Object.entries(policies).map(([name, policy]): Condition => ({ name, policy, classShares }));
/** On rows in which those of rare classes come ten times. */
const balanced = asTheyAre.map((condition) => ({ ...condition, name: `balanced-${condition.name}` }));

/** Whether mixup helps where half of the classes are rare, alone and with rows drawn evenly. */
export function unevenClasses(digits: DataSet): Study<UnevenMeasure> {
  const { trainingRows, testRows } = digitsProtocol;
  const choose = balancing(digits);
  const study = digitsStudy(digits, { conditions: [...asTheyAre, ...balanced], trainingSet: choose });
  return {
    ...study,
    parts: (seeds) => {
      const dataOf = createTrainingSets(digits, { trainingRows, testRows }, choose);
      return study.parts(seeds).map((part): StudyPart<UnevenMeasure> => ({
        ...part,
        measure: async (training) => {
          const logs = await training.evaluate(digits.inputs);
          return part.trials.map((trial, m) => {
            const errorOn = (keeps: (digit: number) => boolean): number =>
              errorAmong(
                logs,
                m,
                digits,
                dataOf(trial).test.filter((row) => keeps(digits.labels[row] as number)),
              );
            return {
              testError: errorOn(() => true),
              rareError: errorOn(isRare),
              commonError: errorOn((digit) => !isRare(digit)),
            };
          });
        },
      }));
    },
  };
}

/** Repeats the rows of rare classes until they are about as many as the others, where a condition asks for it. */
function balancing({ labels }: DataSet): ChooseTrainingSet {
  const made = new Map<Uint32Array, Uint32Array>();
  return ({ condition }, usual) => {
    if (!balanced.includes(condition)) return usual;
    const repeated =
      made.get(usual.rows) ??
      Uint32Array.from(
        Array.from(usual.rows).flatMap((row) => Array<number>(isRare(labels[row] as number) ? 10 : 1).fill(row)),
      );
    made.set(usual.rows, repeated);
    return { ...usual, rows: repeated };
  };
}

/** The error of one member on some rows. @param logs log-probabilities of all rows, `[members, rows, classes]` */
function errorAmong(logs: Float32Array, member: number, { labels, classes }: DataSet, rows: Uint32Array): number {
  const start = member * labels.length * classes;
  const own = Float32Array.from({ length: rows.length * classes }, (_, k) => {
    const row = rows[Math.floor(k / classes)] as number;
    return logs[start + row * classes + (k % classes)] as number;
  });
  return errorRate(
    own,
    Array.from(rows, (row) => labels[row] as number),
    classes,
  );
}
