import type { DifferenceRow } from '../../figures/chart/difference-rows.ts';
import { excludesZero } from '../../figures/chart/interval-rows.ts';
import { formatNumber } from '../../figures/chart/linear-scale.ts';
import type { DigitsMeasure } from '../../studies/digits-study.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { measuredChange } from '../kit/rerun/measured.ts';
import { networks } from './networks.ts';

type Summaries = readonly ConditionSummary<DigitsMeasure>[];

/** The change of the test error from one condition to another, in points; nothing where one is missing. */
function changeOf(summaries: Summaries, baseline: string, name: string) {
  const [from, to] = [baseline, name].map((wanted) => summaries.find(({ condition }) => condition === wanted));
  return from && to && measuredChange(from, to, { measure: 'testError', scale: 100 });
}

/** How much each other network errs beside the large dense one, all with ERM. */
export const networkRows = (summaries: Summaries, before: Summaries = []): DifferenceRow[] =>
  networks
    .filter(({ key }) => key !== 'dense-128')
    .flatMap(({ key, label, short }): DifferenceRow[] => {
      const change = changeOf(summaries, 'erm-dense-128', `erm-${key}`);
      if (!change) return [];
      return [{ key, label, short, method: 'erm', change, before: changeOf(before, 'erm-dense-128', `erm-${key}`) }];
    });

/** What mixup changes of the error of each network. */
export const mixupRows = (summaries: Summaries, before: Summaries = []): DifferenceRow[] =>
  networks.flatMap(({ key, label, short }): DifferenceRow[] => {
    const change = changeOf(summaries, `erm-${key}`, `mixup-${key}`);
    if (!change) return [];
    return [{ key, label, short, method: 'mixup', change, before: changeOf(before, `erm-${key}`, `mixup-${key}`) }];
  });

/** What the study says, read off its differences. */
export function networksFinding(summaries: Summaries): string {
  const large = networkRows(summaries).find(({ key }) => key === 'convolutions-16')?.change;
  const told = mixupRows(summaries).map(({ change }) => change);
  if (!large || large.halfWidth === undefined) return 'Errors of dense networks and of convolutions';
  const better = told.filter((change) => excludesZero(change) && change.mean < 0).length;
  const worse = told.filter((change) => excludesZero(change) && change.mean > 0).length;
  const points = formatNumber(Math.abs(large.mean), 1);
  const first = excludesZero(large)
    ? `Convolutions err ${large.mean < 0 ? 'less' : 'more'}, by ${points} points`
    : 'Convolutions err like dense layers';
  if (better + worse === 0) return `${first}; mixup lowers no error`;
  if (worse === 0) return `${first}; mixup lowers ${better} of ${told.length} errors`;
  return `${first}; mixup lowers ${better}, raises ${worse}`;
}
