import type { PlaneSetName } from '../../core/data/plane-sets.ts';
import { planeSets } from '../../core/data/plane-sets.ts';
import type { Place } from '../../figures/plane/surface-point.ts';

/** An example in the plane: 0 for class A, 1 for class B. */
export interface Example extends Place {
  readonly label: 0 | 1;
}

/** How many there are, and the spread of each set. */
const count = 140;
const noise = { spirals: 0.05, rings: 0.09 } as const satisfies Partial<Record<PlaneSetName, number>>;

type CrossedSet = keyof typeof noise;

/** How many examples a set has, and with them the ends that a segment can have. */
export const lastExample = count - 1;

/** The examples of a set; rows alternate between the classes. */
export function examplesOf(set: CrossedSet): Example[] {
  const { inputs, labels } = planeSets[set](count, noise[set], 1);
  return Array.from({ length: count }, (_, row) => ({
    x: inputs[2 * row] as number,
    y: inputs[2 * row + 1] as number,
    label: labels[row] === 1 ? 1 : 0,
  }));
}
