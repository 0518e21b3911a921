import type { DifferenceRow } from '../../figures/chart/difference-rows.ts';
import { excludesZero, type MeasuredMean } from '../../figures/chart/interval-rows.ts';
import { ablationConditions, ablationName, type AblationVariant } from '../../studies/ablation.ts';
import type { DigitsMeasure } from '../../studies/digits-study.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { measuredChange } from '../kit/rerun/measured.ts';
import { softensLabels, variantLooks } from './looks.ts';
import type { PaperChanges } from './paper-changes.ts';
import { ablationViews, type ShownAblation } from './views.ts';

type Summaries = readonly ConditionSummary<DigitsMeasure>[];
type Rows = readonly Pick<DifferenceRow, 'key' | 'change'>[];

/** What ERM errs, of the network and with the weight decay that are shown. */
export const ermOf = (
  summaries: Summaries,
  { shows, decay }: ShownAblation,
): ConditionSummary<DigitsMeasure> | undefined =>
  summaries.find(({ condition }) => condition === ablationName(ablationViews[shows].baseline, decay));

/** The variants that are shown beside ERM; where they have no order of their own, the one that errs least first. */
export function ablationRows(
  summaries: Summaries,
  shown: ShownAblation,
  { before = [], paper }: { readonly before?: Summaries; readonly paper?: PaperChanges } = {},
): DifferenceRow[] {
  const { variants, inOrder } = ablationViews[shown.shows];
  const changeOf = (all: Summaries, variant: AblationVariant): MeasuredMean | undefined => {
    const erm = ermOf(all, shown);
    const own = all.find(({ condition }) => condition === ablationName(variant, shown.decay));
    return erm && own && measuredChange(erm, own, { measure: 'testError', scale: 100 });
  };
  const rows = variants.flatMap((variant): DifferenceRow[] => {
    const change = changeOf(summaries, variant);
    if (!change) return [];
    const { picture, short } = variantLooks[variant];
    return [
      {
        key: variant,
        label: picture,
        ...(short && { short }),
        // The color that does the work here: whether labels are softened.
        method: softens(variant) ? 'mixup' : 'other',
        change,
        before: changeOf(before, variant),
        elsewhere: paper?.[shown.decay][variant],
        isMain: variant === 'mixup' || variant === 'deep-mixup',
      },
    ];
  });
  return inOrder ? rows : rows.toSorted((a, b) => a.change.mean - b.change.mean);
}

const softens = (key: string): boolean =>
  ablationConditions.some((condition) => condition.variant === key && softensLabels(condition));

/** What the ablation says, read off the differences from ERM that are shown. */
export function ablationFinding(rows: Rows, shows: ShownAblation['shows']): string {
  if (rows.every(({ change }) => change.halfWidth === undefined)) return 'Variants of mixup against training as usual';
  return { parts: partsFinding, layers: layersFinding, strengths: strengthsFinding }[shows](rows);
}

const isTold = ({ change }: Rows[number]): boolean => excludesZero(change);
const gains = (row: Rows[number]): boolean => isTold(row) && row.change.mean < 0;
const loses = (row: Rows[number]): boolean => isTold(row) && row.change.mean > 0;

function partsFinding(rows: Rows): string {
  const gained = rows.filter(gains).map(({ key }) => softens(key));
  if (gained.length === 0) return 'No variant of mixup clearly errs less than ERM';
  const pictures = rows.find(({ key }) => key === ('inputs' satisfies AblationVariant));
  // The rows are sorted: the variant that errs least comes first.
  const softFirst =
    gained[0] === true && gained.lastIndexOf(true) < (gained.includes(false) ? gained.indexOf(false) : gained.length);
  if (softFirst && pictures && !gains(pictures)) return 'Soft labels help most here; mixed pictures alone do not';
  return `${gained.length} of ${rows.length} variants of mixup err less than ERM`;
}

/** The input counts as the first of the places to mix at. */
function layersFinding(rows: Rows): string {
  const [gained, lost] = [rows.filter(gains), rows.filter(loses)];
  if (gained.length + lost.length === 0) return 'In the deeper network no depth can be told from ERM';
  const told = [
    ...(gained.length > 0 ? [`gains at ${placesOf(gained, rows)}`] : []),
    ...(lost.length > 0 ? [`loses at ${placesOf(lost, rows)}`] : []),
  ];
  return `${told.length === 1 ? 'In the deeper network mixup' : 'mixup'} ${told.join(', ')}`;
}

/** "every depth", "the input", "layers 2 to 5", or how many of the depths. */
function placesOf(some: Rows, rows: Rows): string {
  const places = some.map((row) => rows.indexOf(row));
  const [first = 0, last = first] = [places[0], places.at(-1)];
  if (some.length === rows.length) return 'every depth';
  if (last - first + 1 !== some.length) return `${some.length} of ${rows.length} depths`;
  if (first === last) return first === 0 ? 'the input' : `layer ${first}`;
  return first === 0 ? `the input to layer ${last}` : `layers ${first} to ${last}`;
}

function strengthsFinding(rows: Rows): string {
  const count = (start: string): string => {
    const own = rows.filter(({ key }) => key.startsWith(start));
    return `${own.filter(gains).length} of ${own.length}`;
  };
  return `Gains: smoothing at ${count('smoothing')} strengths, noise at ${count('noise')}`;
}
