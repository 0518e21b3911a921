import { cos, sin } from '../elementary/sine.ts';
import type { DataSet } from './data-set.ts';
import { createPlaneSet } from './plane-set.ts';

const outerRadius = 1.2;

/** Measured in the paper's Fig. 1b. */
const innerToOuter = 0.31;

/**
 * A ring (class B, label 1) inside a ring (class A, label 0), the data of the paper's Fig. 1b. The figure's points spread
 * about as much as at noise 0.09. Arguments as in {@link createPlaneSet}.
 */
export function rings(count: number, noise: number, seed: number): DataSet {
  return createPlaneSet(
    'rings',
    (label, random) => {
      const radius = label === 0 ? outerRadius : outerRadius * innerToOuter;
      const angle = 2 * Math.PI * random();
      return [radius * cos(angle), radius * sin(angle)];
    },
    count,
    noise,
    seed,
  );
}
