import type { DifferenceRow } from '../../figures/chart/difference-rows.ts';
import { excludesZero, type MeasuredMean } from '../../figures/chart/interval-rows.ts';
import type { DigitsMeasure } from '../../studies/digits-study.ts';
import { mixupOrCutmixConditions } from '../../studies/mixup-or-cutmix.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { measuredChange } from '../kit/rerun/measured.ts';
import { methods } from './methods.ts';

type Summaries = readonly ConditionSummary<DigitsMeasure>[];

/** What is drawn: the test error in points, or the test loss in nats. */
export type Shown = 'error' | 'loss';

const drawn = {
  error: { measure: 'testError', scale: 100 },
  loss: { measure: 'testLoss', scale: 1 },
} as const;

/** The change from one condition to another; nothing where one is missing. */
function changeOf(summaries: Summaries, [baseline, name]: readonly [string, string], shows: Shown) {
  const [from, to] = [baseline, name].map((wanted) => summaries.find(({ condition }) => condition === wanted));
  return from && to && measuredChange(from, to, drawn[shows]);
}

/** ERM on the network of a condition. */
export const ermBeside = (name: string): string => (name.startsWith('dense-') ? 'dense-erm' : 'erm');

/** What each method changes against ERM on the same network. */
export const methodRows = (summaries: Summaries, shows: Shown, before: Summaries = []): DifferenceRow[] =>
  mixupOrCutmixConditions
    .filter(({ method }) => method !== 'erm')
    .flatMap(({ name, method, hidden }): DifferenceRow[] => {
      const pair = [ermBeside(name), name] as const;
      const change = changeOf(summaries, pair, shows);
      if (!change) return [];
      const own = methods[method];
      const of = (text: string): string => (hidden === undefined ? text : `dense: ${text}`);
      return [
        {
          key: name,
          label: of(own.label),
          short: of(own.short),
          method: own.method,
          change,
          before: changeOf(before, pair, shows),
        },
      ];
    });

const patches = [
  { key: 'convolutions', label: 'convolutions', short: 'conv.', pair: ['pixels', 'cutmix'] },
  { key: 'dense', label: 'dense', short: 'dense', pair: ['dense-pixels', 'dense-cutmix'] },
] as const;

/** What a patch in one piece changes against as many scattered pixels. */
export const patchRows = (summaries: Summaries, shows: Shown, before: Summaries = []): DifferenceRow[] =>
  patches.flatMap(({ key, label, short, pair }): DifferenceRow[] => {
    const change = changeOf(summaries, pair, shows);
    if (!change) return [];
    return [{ key, label, short, method: 'other', change, before: changeOf(before, pair, shows) }];
  });

/** What the study says of patches, read off its differences. */
export function patchFinding(summaries: Summaries, shows: Shown): string {
  const rows = patchRows(summaries, shows);
  const [convolutions, dense] = ['convolutions', 'dense'].map((key) => rows.find((row) => row.key === key)?.change);
  const what = shows === 'error' ? 'error' : 'loss';
  if (!convolutions || !dense || convolutions.halfWidth === undefined || dense.halfWidth === undefined)
    return `The ${what} of pictures weighed and cut, beside ERM`;
  const verb = (change: MeasuredMean): 'lowers' | 'raises' | 'leaves' =>
    !excludesZero(change) ? 'leaves' : change.mean < 0 ? 'lowers' : 'raises';
  const [one, other] = [verb(convolutions), verb(dense)];
  if (one === 'leaves' && other === 'leaves') return `A patch does to the ${what} what scattered pixels do`;
  if (other === 'leaves') return `A patch ${one} the ${what} of convolutions, not of dense layers`;
  if (one === 'leaves') return `A patch ${other} the ${what} of dense layers, not of convolutions`;
  if (one === other) return `A patch in one piece ${one} the ${what} of both networks`;
  return `A patch ${one} the ${what} of convolutions, ${other} that of dense`;
}
