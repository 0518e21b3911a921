import type { IntervalColumn, IntervalGroup } from '../../figures/chart/interval-rows.ts';
import type { Method } from '../../figures/chart/method-style.ts';
import { gameMeasures } from '../../core/gan/game-measures.ts';
import { paperSize, type GanMeasure } from '../../studies/gan-games.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';

type Summaries = readonly ConditionSummary<GanMeasure>[];

/** The games that are compared, by the condition they have in networks of the usual size. */
const compared = [
  { condition: 'minimax-plain', label: 'plain', method: 'erm' },
  { condition: 'minimax-mixup', label: 'mixup', method: 'mixup' },
  { condition: 'non-saturating-plain', label: 'plain, the usual loss', method: 'other' },
] as const satisfies readonly { readonly condition: string; readonly label: string; readonly method: Method }[];

/** How it is measured, in the order of the measures. */
export const sizeColumns: readonly IntervalColumn[] = [
  { title: 'points near a cluster, %', decimals: 0, domain: [0, 100] },
  { title: 'clusters found, of 8', decimals: 1, domain: [0, 8] },
  { title: 'points outside, %', decimals: 0, domain: [0, 100] },
];
const scaleOf = (measure: GanMeasure): number => (measure === 'clusters' ? 1 : 100);

/** A size of both networks, with its games and what stands before the names of their conditions. */
interface SizedGames {
  readonly title: string;
  readonly prefix: string;
  readonly summaries: Summaries;
}

/** Every game at one iteration, the single seeds too where it is their last. */
export function sizeGroups(sizes: readonly SizedGames[], iteration: number): IntervalGroup[] {
  return sizes.map(({ title, prefix, summaries }) => ({
    title,
    rows: compared.flatMap(({ condition, label, method }) => {
      const summary = summaries.find((one) => one.condition === prefix + condition);
      if (!summary) return [];
      const cells = gameMeasures.map((measure) => {
        const { curve, last } = summary.measures[measure];
        const scale = scaleOf(measure);
        const then = curve.find(({ step }) => step === iteration);
        const values = curve.at(-1)?.step === iteration ? last.values : [];
        return (
          then && {
            mean: scale * then.mean,
            halfWidth: scale * then.halfWidth,
            values: values.map((value) => scale * value),
          }
        );
      });
      return [{ key: prefix + condition, label, method, cells }];
    }),
  }));
}

/** The games of single seeds between networks of the paper's size: for each seed a cell for each game, as text. */
export function seedRows(seeds: readonly number[], paper: Summaries): { seed: number; cells: readonly string[] }[] {
  const percent = (share = NaN): string => (100 * share).toFixed(0);
  return seeds.map((seed, k) => ({
    seed,
    cells: compared.map((game) => {
      const [near, clusters, outside] = gameMeasures.map((measure) => lastOf(paper, game, measure)?.values[k]);
      return `${percent(near)} %, ${String(clusters)}, ${percent(outside)} %`;
    }),
  }));
}

/** What games between networks of the paper's size say of its Fig. 5, as the intervals of what ends outside have it. */
export function sizesFinding(paper: Summaries): string {
  const [plain, ...others] = compared.map((game) => lastOf(paper, game, 'outside'));
  const areLost = plain !== undefined && plain.mean - plain.halfWidth > 0.9;
  const areKept = others.every((outside) => outside !== undefined && outside.mean + outside.halfWidth < 0.5);
  if (areLost && areKept)
    return 'Between networks of the paper’s size plain loses nearly all points; mixup keeps most, and so does another loss';
  if (areLost) return 'Between networks of the paper’s size plain loses nearly all points';
  return 'Games between networks of the paper’s size';
}

const lastOf = (paper: Summaries, { condition }: (typeof compared)[number], measure: GanMeasure) =>
  paper.find((one) => one.condition === `${paperSize} ${condition}`)?.measures[measure].last;
