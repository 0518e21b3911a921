import { randomNormal } from '../random/random.ts';
import type { DataSet } from './data-set.ts';
import { createPlaneSet } from './plane-set.ts';

/** Center of class B; class A's is its mirror image. */
const center = [0.4, 0.28] as const;

/** Standard deviation of each blob before noise. */
const spread = 0.35;

/**
 * Two round Gaussian blobs that overlap even without noise, so that no classifier is perfect: the best one errs on 8 % of the
 * points without noise and on 14 % at noise 0.3. Class A lies at the lower left. Arguments as in {@link createPlaneSet}.
 */
export function blobs(count: number, noise: number, seed: number): DataSet {
  return createPlaneSet(
    'blobs',
    (label, random) => {
      const side = label === 0 ? -1 : 1;
      return [side * center[0] + spread * randomNormal(random), side * center[1] + spread * randomNormal(random)];
    },
    count,
    noise,
    seed,
  );
}
