import { excludesZero, type MeasuredMean } from '../../figures/chart/interval-rows.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { planeProblems, type PlaneMeasure, type PlaneProblemName } from '../../studies/wins-and-losses.ts';
import { measuredChange, measuredMean } from '../kit/rerun/measured.ts';

/** The five problems by name, where blends average noise away first, and those where they cross the other class last. */
export const problemOrder = ['noisy-moons', 'blobs', 'paper', 'clean-moons', 'spirals'] as const;

/** ERM and mixup on one problem: test errors in percent, and the change in points, paired by seed. */
export interface ProblemResult {
  readonly problem: PlaneProblemName;
  readonly erm: MeasuredMean;
  readonly mixup: MeasuredMean;
  readonly change: MeasuredMean | undefined;
}

/** The results of the problems that there are, in {@link problemOrder}. */
export function problemResults(summaries: readonly ConditionSummary<PlaneMeasure>[]): ProblemResult[] {
  return problemOrder.flatMap((problem) => {
    const [erm, mixup] = ['erm', 'mixup'].map((method) =>
      summaries.find(({ condition }) => condition === `${problem} ${method}`),
    );
    if (!erm || !mixup) return [];
    const of = { measure: 'testError', scale: 100 } as const;
    const change = measuredChange(erm, mixup, of);
    return [{ problem, erm: measuredMean(erm, of), mixup: measuredMean(mixup, of), change }];
  });
}

/** Where no network can be right everywhere: labels are wrong, or classes overlap. */
const noisy: ReadonlySet<PlaneProblemName> = new Set(['noisy-moons', 'blobs']);

/** What the problems say of mixup, read off their results. */
export function winsAndLossesFinding(results: readonly ProblemResult[]): string {
  const told = results.filter(({ change }) => change && excludesZero(change));
  const isGain = ({ change }: ProblemResult): boolean => (change as MeasuredMean).mean < 0;
  const isTrue =
    told.length === Object.keys(planeProblems).length && told.every((one) => isGain(one) === noisy.has(one.problem));
  if (isTrue) return 'mixup averages noise away, and pays where its segments cross';
  const [first] = results;
  if (results.length === 1 && first) {
    if (told.length === 0) return 'On this problem the two cannot be told apart';
    return isGain(first) ? 'On this problem mixup errs less than ERM' : 'On this problem mixup errs more than ERM';
  }
  const gains = told.filter(isGain).length;
  return `mixup errs less on ${gains} of ${results.length} problems, more on ${told.length - gains}`;
}
