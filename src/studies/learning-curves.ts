import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** As many passes through the training rows as the paper makes on CIFAR (Sec. 3.2): 192 of 1,000 rows, there 200. */
const learningCurvesSteps = 3000;

/** ERM, and mixup of some strength: the paper's on CIFAR if not given. */
export const learningCurvesConditions = (alpha = 1): readonly Condition[] => [
  { name: 'erm', policy: ermPolicy },
  { name: 'mixup', policy: mixupPolicy(alpha) },
];

/** Fig. 3b of the paper on digits: how the errors of ERM and of mixup fall while training goes on. */
export function learningCurves(
  digits: DataSet,
  length: DigitsLength = {},
  conditions = learningCurvesConditions(),
): Study<DigitsMeasure> {
  return digitsStudy(digits, {
    steps: learningCurvesSteps,
    measureEvery: 50,
    ...length,
    conditions,
  });
}
