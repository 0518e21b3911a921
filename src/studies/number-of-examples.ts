import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { digitsProtocol, digitsStudy, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** Training rows; with 1,000 of them the conditions are those of the sweep over alpha. */
const numbers = [100, 200, 400, 1000] as const;

const conditionsOf = (rows: number): readonly Condition[] => [
  { name: `erm-${rows}`, policy: ermPolicy },
  { name: `weak-mixup-${rows}`, policy: mixupPolicy(0.2) },
  { name: `mixup-${rows}`, policy: mixupPolicy(1) },
];

/** Whether mixup gains more where there are fewer examples: ERM and mixup on digits, trained equally long on fewer and fewer of them. */
export function numberOfExamples(digits: DataSet, rows: readonly number[] = numbers): Study<DigitsMeasure> {
  const studies = rows.map((trainingRows) =>
    digitsStudy(digits, { trainingRows, conditions: conditionsOf(trainingRows) }),
  );
  return {
    conditions: studies.flatMap(({ conditions }) => conditions),
    steps: digitsProtocol.steps,
    measureEvery: digitsProtocol.measureEvery,
    parts: (seeds) => studies.flatMap((study) => study.parts(seeds)),
  };
}
