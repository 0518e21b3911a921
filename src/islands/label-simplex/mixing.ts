import { lambdaAt, sharesAt, type Shares } from '../../figures/label/simplex.ts';
import type { Place } from '../../figures/plane/surface-point.ts';

/** Two labels of three classes, and the weight of the first in their mixture; all in hundredths. */
export interface Mixing {
  readonly i: Shares;
  readonly j: Shares;
  readonly lambda: number;
}

/** A named situation to start from. */
interface Preset {
  readonly name: string;
  readonly title: string;
  readonly mixing: Mixing;
}

const cat: Shares = [1, 0, 0];
const dog: Shares = [0, 1, 0];
const rabbit: Shares = [0, 0, 1];

/** The named situations of the figure; the first is what it shows before it is touched. */
export const presets: readonly [Preset, ...Preset[]] = [
  { name: 'pair', title: 'Cat and dog', mixing: { i: cat, j: dog, lambda: 0.6 } },
  { name: 'third', title: 'Their mixture and a rabbit', mixing: { i: [0.6, 0.4, 0], j: rabbit, lambda: 0.75 } },
  { name: 'same', title: 'Cat and cat', mixing: { i: cat, j: cat, lambda: 0.6 } },
  { name: 'smoothing', title: 'Cat and the center', mixing: { i: cat, j: [0.34, 0.33, 0.33], lambda: 0.9 } },
];

/** One of the two labels dragged. */
export function withLabelAt(mixing: Mixing, label: 'i' | 'j', place: Place): Mixing {
  return { ...mixing, [label]: sharesAt(place) };
}

/** The mixture dragged along the segment: only its weight changes. */
export function withMixtureAt(mixing: Mixing, place: Place): Mixing {
  return { ...mixing, lambda: lambdaAt(mixing.i, mixing.j, mixing.lambda, place) };
}
