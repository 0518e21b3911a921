import type { ClusterSet } from '../../core/gan/clusters.ts';
import { ganCondition, ganProtocol, type GanCondition, type GanMeasure } from '../../studies/gan-games.ts';
import type { LinePoint } from '../../figures/chart/line-series.ts';
import type { BakedStudy } from '../../studies/baked-study.ts';

/** What the figure draws over time. */
export const drawnMeasures = ['near', 'clusters'] as const satisfies readonly GanMeasure[];

/** Curves that were computed in advance: of a set and a condition, mean and half of the interval by turns, a place each 100 iterations. */
export type KnownCurves = Readonly<Record<string, Readonly<Record<(typeof drawnMeasures)[number], readonly number[]>>>>;

const every = 100;
const keyOf = (set: ClusterSet, condition: string): string => `${set} ${condition}`;

/** Cuts a baked study down to what the figure draws. */
export function packCurves(set: ClusterSet, { steps, conditions }: BakedStudy<GanMeasure>): KnownCurves {
  const kept = steps.flatMap((step, k) => (step % every === 0 ? [k] : []));
  return Object.fromEntries(
    conditions.map(({ condition, measures }) => {
      const numbers = (name: GanMeasure): number[] =>
        kept.flatMap((k) =>
          [measures[name].curve?.mean[k], measures[name].curve?.halfWidth[k]].map((value) =>
            Number((value ?? 0).toFixed(3)),
          ),
        );
      return [keyOf(set, condition), { near: numbers('near'), clusters: numbers('clusters') }];
    }),
  );
}

/** A curve that was computed in advance; nothing where these rules were not played. */
export function knownCurve(
  curves: KnownCurves,
  { name, method, rules }: GanCondition,
  measure: (typeof drawnMeasures)[number],
): LinePoint[] {
  if (rules.alpha !== ganCondition(rules.clusters, rules.loss, method).rules.alpha) return [];
  const numbers = curves[keyOf(rules.clusters, name)]?.[measure] ?? [];
  return Array.from({ length: Math.min(numbers.length / 2, ganProtocol.iterations / every) }, (_, k) => {
    const [mean, halfWidth] = [numbers[2 * k] as number, numbers[2 * k + 1] as number];
    return { x: (k + 1) * every, y: mean, low: mean - halfWidth, high: mean + halfWidth };
  });
}
