import { cos, sin } from '../elementary/sine.ts';
import type { DataSet } from './data-set.ts';
import { createPlaneSet } from './plane-set.ts';

const radius = 0.8;

/**
 * Two half circles that reach into each other. Class A arches up on the left, class B down on the right.
 * Arguments as in {@link createPlaneSet}.
 */
export function moons(count: number, noise: number, seed: number): DataSet {
  return createPlaneSet(
    'moons',
    (label, random) => {
      const angle = Math.PI * random();
      const x = radius * (cos(angle) - 0.5);
      const y = radius * (sin(angle) - 0.25);
      return label === 0 ? [x, y] : [-x, -y];
    },
    count,
    noise,
    seed,
  );
}
