import {
  excludesZero,
  type IntervalColumn,
  type IntervalGroup,
  type MeasuredMean,
} from '../../figures/chart/interval-rows.ts';
import type { GeneratorLoss } from '../../core/gan/game.ts';
import { pairedDifference } from '../../core/statistics/interval.ts';
import { ganMethods, type GanMeasure, type GanMethod } from '../../studies/gan-games.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { ganMethodNames, ganMethodStyle, generatorLossNames } from '../kit/gan/method-names.ts';

type Summaries = readonly ConditionSummary<GanMeasure>[];

/** What the chart measures: points near a cluster in percent, and clusters found. */
const drawn = [
  { measure: 'near', scale: 100 },
  { measure: 'clusters', scale: 1 },
] as const;

/** How it is measured. */
export const methodColumns: readonly IntervalColumn[] = [
  { title: 'points near a cluster, %', decimals: 1, domain: [0, 100] },
  { title: 'clusters found, of 8', decimals: 1, domain: [0, 8] },
];

const losses: readonly GeneratorLoss[] = ['minimax', 'non-saturating'];
const methods = Object.keys(ganMethods) as GanMethod[];

const find = (summaries: Summaries, loss: GeneratorLoss, method: GanMethod): ConditionSummary<GanMeasure> | undefined =>
  summaries.find(({ condition }) => condition === `${loss}-${method}`);

/** Every method under each loss of the generator, at the end of its games. */
export function methodGroups(summaries: Summaries): IntervalGroup[] {
  return losses.map((loss) => ({
    title: `Loss of the generator: ${generatorLossNames[loss]}`,
    rows: methods.flatMap((method) => {
      const summary = find(summaries, loss, method);
      if (!summary) return [];
      const cells = drawn.map(({ measure, scale }): MeasuredMean => {
        const { mean, halfWidth, values } = summary.measures[measure].last;
        return { mean: scale * mean, halfWidth: scale * halfWidth, values: values.map((value) => scale * value) };
      });
      return [{ key: `${loss}-${method}`, label: ganMethodNames[method], method: ganMethodStyle(method), cells }];
    }),
  }));
}

/** What a method changes of the plain game, paired by seed; nothing where one of them is missing. */
export function changeFromPlain(
  summaries: Summaries,
  loss: GeneratorLoss,
  method: GanMethod,
  measure: GanMeasure,
): MeasuredMean | undefined {
  const [plain, other] = [find(summaries, loss, 'plain'), find(summaries, loss, method)].map(
    (summary) => summary?.measures[measure].last.values,
  );
  if (!plain || !other) return undefined;
  const { mean, halfWidth } = pairedDifference(plain, other);
  return { mean, halfWidth, values: [] };
}

/** What the games say of mixup, read off their results. */
export function ganFinding(summaries: Summaries): string {
  const told = (loss: GeneratorLoss, measure: GanMeasure): number => {
    const change = changeFromPlain(summaries, loss, 'mixup', measure);
    return change && excludesZero(change) ? Math.sign(change.mean) : 0;
  };
  const keeps = told('minimax', 'clusters') > 0;
  const spreads = told('non-saturating', 'near') < 0;
  if (keeps && spreads) return 'In the paper’s game mixup finds more clusters; with the usual loss it costs precision';
  if (keeps) return 'In the paper’s game mixup finds more clusters';
  if (spreads) return 'With the usual loss mixup costs precision';
  return 'What holding the discriminator back changes';
}
