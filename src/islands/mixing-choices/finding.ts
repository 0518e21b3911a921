import type { DifferenceRow } from '../../figures/chart/difference-rows.ts';
import { excludesZero } from '../../figures/chart/interval-rows.ts';
import type { DigitsMeasure } from '../../studies/digits-study.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { measuredChange } from '../kit/rerun/measured.ts';
import { choices } from './choices.ts';

type Summaries = readonly ConditionSummary<DigitsMeasure>[];

/** What each choice changes of mixup's test error, in points, in the order of the choices. */
export function choiceRows(summaries: Summaries, before: Summaries = []): DifferenceRow[] {
  const changeOf = (all: Summaries, name: string, baseline: string) => {
    const [from, to] = [baseline, name].map((wanted) => all.find(({ condition }) => condition === wanted));
    return from && to && measuredChange(from, to, { measure: 'testError', scale: 100 });
  };
  return choices.flatMap(({ name, baseline, label, short }): DifferenceRow[] => {
    const change = changeOf(summaries, name, baseline);
    if (!change) return [];
    return [{ key: name, label, short, method: 'mixup', change, before: changeOf(before, name, baseline) }];
  });
}

/** What the study says of the choices, read off their differences. */
export function choicesFinding(rows: readonly Pick<DifferenceRow, 'key' | 'change'>[]): string {
  if (rows.every(({ change }) => change.halfWidth === undefined)) return 'Choices of programs beside plain mixup';
  const told = rows.filter(({ change }) => excludesZero(change));
  if (told.length === 0) return 'None of these choices clearly changes the error';
  const [better, worse] = [told.filter(({ change }) => change.mean < 0), told.filter(({ change }) => change.mean > 0)];
  if (worse.length === 0) return `${better.length} of ${rows.length} choices clearly lower the error`;
  if (better.length === 0) return `${worse.length} of ${rows.length} choices clearly raise the error`;
  return `Of ${rows.length} choices ${better.length} lower the error and ${worse.length} raise it`;
}
