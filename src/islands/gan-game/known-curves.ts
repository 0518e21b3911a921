import type { ClusterSet } from '../../core/gan/clusters.ts';
import { ganCondition, type GanCondition, type GanMeasure } from '../../studies/gan-games.ts';
import type { LinePoint } from '../../figures/chart/line-series.ts';
import type { BakedStudy } from '../../studies/baked-study.ts';

/** What the figure draws over time. */
export const drawnMeasures = ['near', 'clusters'] as const satisfies readonly GanMeasure[];

/** Of a game that was computed in advance: the iterations between places, and at each place the mean and half of the interval by turns. */
type KnownCurve = Readonly<Record<(typeof drawnMeasures)[number], readonly number[]>> & { readonly every: number };

/** Curves that were computed in advance, by set and condition. */
export type KnownCurves = Readonly<Record<string, KnownCurve>>;

/** How many places are more than a drawing needs: then every second one is kept. */
const many = 20;
const keyOf = (set: ClusterSet, condition: string): string => `${set} ${condition}`;

/** Cuts a baked study down to what the figure draws. */
export function packCurves(set: ClusterSet, { steps, conditions }: BakedStudy<GanMeasure>): KnownCurves {
  const stride = steps.length > many ? 2 : 1;
  const kept = steps.flatMap((_, k) => ((k + 1) % stride === 0 ? [k] : []));
  const every = stride * (steps[0] as number);
  return Object.fromEntries(
    conditions.map(({ condition, measures }) => {
      const numbers = (name: GanMeasure): number[] =>
        kept.flatMap((k) =>
          [measures[name].curve?.mean[k], measures[name].curve?.halfWidth[k]].map((value) =>
            Number((value ?? 0).toFixed(3)),
          ),
        );
      return [keyOf(set, condition), { every, near: numbers('near'), clusters: numbers('clusters') }];
    }),
  );
}

/** A curve that was computed in advance; nothing where these rules were not played. */
export function knownCurve(
  curves: KnownCurves,
  { name, method, rules }: GanCondition,
  measure: (typeof drawnMeasures)[number],
): LinePoint[] {
  const known = curves[keyOf(rules.clusters, name)];
  if (!known || rules.alpha !== ganCondition(rules.clusters, rules.loss, method).rules.alpha) return [];
  return Array.from({ length: known[measure].length / 2 }, (_, k) => {
    const [mean, halfWidth] = [known[measure][2 * k] as number, known[measure][2 * k + 1] as number];
    return { x: (k + 1) * known.every, y: mean, low: mean - halfWidth, high: mean + halfWidth };
  });
}
