import { meanInterval } from '../../core/statistics/interval.ts';
import type { LinePoint } from '../../figures/chart/line-series.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';
import {
  gameLength,
  ganCondition,
  isPlayed,
  paperSize,
  type GanCondition,
  type GanMeasure,
} from '../../studies/gan-games.ts';
import type { GamePicture } from '../../studies/game-picture.ts';
import type { ganGameParameters } from './parameters.ts';

export type Settings = ValuesOf<typeof ganGameParameters>;

/** The plain game, and the one beside it. */
export type Pair<T> = readonly [T, T];

/** Whether no page plays what is set: games of the paper's size are computed in advance. */
export const isComputed = ({ size }: Settings): boolean => size === paperSize;

/** What both sides play. Of the paper's size there is one pair, that of Fig. 5. */
export function sidesOf(settings: Settings): Pair<GanCondition> {
  const { set, loss, method, alpha, size } = settings;
  if (isComputed(settings))
    return [ganCondition('ring', 'minimax', 'plain', { size }), ganCondition('ring', 'minimax', 'mixup', { size })];
  return [
    ganCondition(set, loss, 'plain', { size }),
    ganCondition(set, loss, isPlayed(method, loss) ? method : 'mixup', { size, alpha }),
  ];
}

/** How far both games go, in iterations. */
export const endOf = ([{ rules }]: Pair<GanCondition>): number => gameLength(rules).iterations;

/** How a measure went on one side, over the seeds that have come as far. */
export type Curves = Readonly<Record<GanMeasure, readonly LinePoint[]>>;

/** How one game of one side went on. */
type Way = readonly Pick<GamePicture, 'iteration' | 'measures'>[];

/** Means over the games of one side with their intervals, wherever all of them are measured. */
export function curvesOf({ rules }: GanCondition, ways: readonly Way[]): Curves {
  const { iterations, measureEvery } = gameLength(rules);
  const steps = Array.from({ length: iterations / measureEvery }, (_, n) => (n + 1) * measureEvery);
  const curve = (name: GanMeasure): LinePoint[] =>
    steps.flatMap((step): LinePoint[] => {
      const values = ways.flatMap((way) => way.find(({ iteration }) => iteration === step)?.measures[name] ?? []);
      if (values.length === 0) return [];
      const { mean, halfWidth } = meanInterval(values);
      return [{ x: step, y: mean, ...(values.length > 1 && { low: mean - halfWidth, high: mean + halfWidth }) }];
    });
  return { near: curve('near'), clusters: curve('clusters'), outside: curve('outside') };
}
