import { clusterSets, type ClusterSet } from './clusters.ts';
import type { Columns } from './game-draws.ts';

/** How well a generator does. */
export interface GameMeasures {
  /** Share of its points within a quarter of the gap between clusters from a center. */
  readonly near: number;
  /** Clusters with at least a tenth of the points near them that would be their fair share of all. */
  readonly clusters: number;
  /** Share of the points that lie 1.25 times as far out as the farthest center, or farther, in a coordinate. */
  readonly outside: number;
}

/** Their names, in the order they are told in. */
export const gameMeasures = ['near', 'clusters', 'outside'] as const satisfies readonly (keyof GameMeasures)[];

/** What of a cluster's fair share of the points has to be near it. */
const least = 0.1;
/** How far out a frame around the data lies, in units of the farthest center. */
const frame = 1.25;

/** Measures a generator's points. A point that is not finite is neither near nor inside. */
export function measureGame(set: ClusterSet, { x, y }: Columns): GameMeasures {
  const { centers, gap, reach } = clusterSets[set];
  const radius = gap / 4;
  const found = new Uint32Array(centers.length);
  let inside = 0;
  for (let n = 0; n < x.length; n += 1) {
    const [px, py] = [x[n] as number, y[n] as number];
    inside += Number(Math.abs(px) < frame * reach && Math.abs(py) < frame * reach);
    centers.forEach(([cx, cy], k) => {
      const [dx, dy] = [px - cx, py - cy];
      if (dx * dx + dy * dy <= radius * radius) (found[k] as number) += 1;
    });
  }
  const near = found.reduce((sum, count) => sum + count, 0);
  const enough = (least * x.length) / centers.length;
  return {
    near: near / x.length,
    clusters: found.filter((count) => count >= enough).length,
    outside: 1 - inside / x.length,
  };
}
