import { excludesZero } from '../../figures/chart/interval-rows.ts';
import { marginConditions, type MarginMeasure } from '../../studies/margins.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { measuredChange } from '../kit/rerun/measured.ts';

type Summaries = readonly ConditionSummary<MarginMeasure>[];

/** Those without mixup first. */
const order = marginConditions.toSorted((a, b) => a.policy.alpha - b.policy.alpha).map(({ name }) => name);

/** The networks that are compared, without the one that black-box attacks are made on, by how strongly they mix. */
export const comparedNetworks = (summaries: Summaries): ConditionSummary<MarginMeasure>[] =>
  summaries
    .filter(({ condition }) => order.includes(condition))
    .toSorted((a, b) => order.indexOf(a.condition) - order.indexOf(b.condition));

/** Of how many pairs of networks a measure says rightly, and of how many wrongly, which of the two errs more after ten steps. */
function ranked(summaries: Summaries, measure: 'margin' | 'reach'): { right: number; wrong: number } {
  const networks = comparedNetworks(summaries);
  const pairs = networks.flatMap((one, n) => networks.slice(n + 1).map((other) => [one, other] as const));
  const signs = pairs.map(([one, other]) => {
    const [said, errs] = ([measure, 'white i-fgsm 10'] as const).map((of) => {
      const change = measuredChange(one, other, { measure: of, scale: 1 });
      return change && excludesZero(change) ? Math.sign(change.mean) : 0;
    });
    // The larger the lead, or what it takes to lose it, the fewer errors are expected.
    return (said ?? 0) * (errs ?? 0);
  });
  return { right: signs.filter((sign) => sign < 0).length, wrong: signs.filter((sign) => sign > 0).length };
}

/** What margins and slopes say of the errors, read off all pairs of networks that can be told apart in both. */
export function marginFinding(summaries: Summaries): string {
  const [margin, reach] = [ranked(summaries, 'margin'), ranked(summaries, 'reach')];
  if (reach.right > 0 && reach.wrong === 0)
    return margin.wrong > 0
      ? 'Margin over slope ranks the errors; the margin alone does not'
      : 'Both the margin and margin over slope rank the errors';
  return reach.right + reach.wrong === 0
    ? 'Margins, slopes and errors under attack'
    : 'Here margin over slope does not rank the errors';
}
