import { cos, sin } from '../elementary/sine.ts';

/** Where a game's real points lie: equally often around each of some centers, with Gaussian noise. */
interface Clusters {
  readonly centers: readonly (readonly [number, number])[];
  /** Standard deviation of each coordinate around its center. */
  readonly deviation: number;
  /** Distance between neighboring centers. */
  readonly gap: number;
  /** The farthest that a center lies from the middle, in each coordinate. */
  readonly reach: number;
}

function ring(count: number, radius: number, deviation: number): Clusters {
  const angle = (2 * Math.PI) / count;
  const centers = Array.from({ length: count }, (_, n) => [radius * cos(n * angle), radius * sin(n * angle)] as const);
  return { centers, deviation, gap: 2 * radius * sin(angle / 2), reach: radius };
}

function grid(side: number, gap: number, deviation: number): Clusters {
  const reach = (gap * (side - 1)) / 2;
  const centers = Array.from(
    { length: side * side },
    (_, n) => [gap * (n % side) - reach, gap * Math.floor(n / side) - reach] as const,
  );
  return { centers, deviation, gap, reach };
}

/** The two problems of the paper's Fig. 5, and the ring with clusters so tight that a plain game may never find them. */
export const clusterSets = {
  ring: ring(8, 2, 0.05),
  grid: grid(5, 1, 0.05),
  'tight-ring': ring(8, 2, 0.02),
} as const;

export type ClusterSet = keyof typeof clusterSets;
