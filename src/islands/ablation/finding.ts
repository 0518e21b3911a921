import type { DifferenceRow } from '../../figures/chart/difference-rows.ts';
import { excludesZero, type MeasuredMean } from '../../figures/chart/interval-rows.ts';
import { ablationConditions, type AblationName } from '../../studies/ablation.ts';
import type { DigitsMeasure } from '../../studies/digits-study.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { measuredChange } from '../kit/rerun/measured.ts';
import { variantLooks } from './looks.ts';

/** The variants whose networks are trained on soft labels. */
const softened: ReadonlySet<string> = new Set<AblationName>([
  'mixup',
  'mixup-near',
  'hidden-1',
  'hidden-2',
  'labels',
  'smoothing-10',
  'inputs-smoothing-10',
]);

/** Whether a variant of the ablation softens labels, by mixing or by smoothing them. */
const softensLabels = (name: string): boolean => softened.has(name);

/** The variants beside ERM, the one that errs least first. */
export function ablationRows(
  summaries: readonly ConditionSummary<DigitsMeasure>[],
  before: readonly ConditionSummary<DigitsMeasure>[] = [],
): DifferenceRow[] {
  const changeOf = (all: readonly ConditionSummary<DigitsMeasure>[], name: string): MeasuredMean | undefined => {
    const [erm, own] = ['erm', name].map((wanted) => all.find(({ condition }) => condition === wanted));
    return erm && own && measuredChange(erm, own, { measure: 'testError', scale: 100 });
  };
  return ablationConditions
    .flatMap(({ name }): DifferenceRow[] => {
      const change = name === 'erm' ? undefined : changeOf(summaries, name);
      if (!change) return [];
      const { picture, short } = variantLooks[name];
      return [
        {
          key: name,
          label: picture,
          ...(short && { short }),
          // The color that does the work here: whether labels are softened.
          method: softensLabels(name) ? 'mixup' : 'other',
          change,
          before: changeOf(before, name),
          isMain: name === 'mixup',
        },
      ];
    })
    .toSorted((a, b) => a.change.mean - b.change.mean);
}

/** What the ablation says, read off the differences from ERM. */
export function ablationFinding(rows: readonly Pick<DifferenceRow, 'key' | 'change'>[]): string {
  const told = rows.filter(({ change }) => excludesZero(change));
  const gains = told.filter(({ change }) => change.mean < 0);
  const pictures = rows.find(({ key }) => key === ('inputs' satisfies AblationName));
  if (rows.every(({ change }) => change.halfWidth === undefined)) return 'Variants of mixup against training as usual';
  if (gains.length === 0) return 'No variant of mixup clearly errs less than ERM';
  // The rows are sorted: the variant that errs least comes first.
  const gained = gains.map(({ key }) => softensLabels(key));
  const softFirst =
    gained[0] === true && gained.lastIndexOf(true) < (gained.includes(false) ? gained.indexOf(false) : gains.length);
  if (softFirst && pictures && !told.includes(pictures))
    return 'Soft labels help most here; mixed pictures alone do not';
  return `${gains.length} of ${rows.length} variants of mixup err less than ERM`;
}
