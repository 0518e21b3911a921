import { meanInterval } from '../../core/statistics/interval.ts';
import type { LinePoint } from '../../figures/chart/line-series.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';
import { ganCondition, ganProtocol, isPlayed, type GanCondition, type GanMeasure } from '../../studies/gan-games.ts';
import type { GamePicture } from '../../studies/game-picture.ts';
import type { ganGameParameters } from './parameters.ts';

export type Settings = ValuesOf<typeof ganGameParameters>;

/** The plain game, and the one beside it. */
export type Pair<T> = readonly [T, T];

/** What both sides play. */
export const sidesOf = ({ set, loss, method, alpha }: Settings): Pair<GanCondition> => [
  ganCondition(set, loss, 'plain'),
  ganCondition(set, loss, isPlayed(method, loss) ? method : 'mixup', alpha),
];

/** How a measure went on one side, over the seeds that have come as far. */
export type Curves = Readonly<Record<GanMeasure, readonly LinePoint[]>>;

/** How one game of one side went on. */
type Way = readonly Pick<GamePicture, 'iteration' | 'measures'>[];

/** Means over the games of one side with their intervals, wherever all of them are measured. */
export function curvesOf(ways: readonly Way[]): Curves {
  const steps = Array.from(
    { length: ganProtocol.iterations / ganProtocol.measureEvery },
    (_, n) => (n + 1) * ganProtocol.measureEvery,
  );
  const curve = (name: GanMeasure): LinePoint[] =>
    steps.flatMap((step): LinePoint[] => {
      const values = ways.flatMap((way) => way.find(({ iteration }) => iteration === step)?.measures[name] ?? []);
      if (values.length === 0) return [];
      const { mean, halfWidth } = meanInterval(values);
      return [{ x: step, y: mean, ...(values.length > 1 && { low: mean - halfWidth, high: mean + halfWidth }) }];
    });
  return { near: curve('near'), clusters: curve('clusters'), outside: curve('outside') };
}
