import { cos, sin } from '../elementary/sine.ts';
import type { DataSet } from './data-set.ts';
import { createPlaneSet } from './plane-set.ts';

const innerRadius = 0.1;
const outerRadius = 1.3;
const turns = 1.25;

/**
 * Two Archimedean spirals wound into each other, class B half a turn ahead of class A. Arguments as in {@link createPlaneSet}.
 */
export function spirals(count: number, noise: number, seed: number): DataSet {
  return createPlaneSet(
    'spirals',
    (label, random) => {
      // The square root spreads points about evenly along the arm, whose length grows with the square of the angle.
      const along = Math.sqrt(random());
      const radius = innerRadius + (outerRadius - innerRadius) * along;
      const angle = 2 * Math.PI * (turns * along + (label === 0 ? 0 : 0.5));
      return [radius * cos(angle), radius * sin(angle)];
    },
    count,
    noise,
    seed,
  );
}
