import type { Combination } from './combination.ts';

/** A named situation to start from. */
interface Preset {
  readonly name: string;
  readonly title: string;
  readonly combination: Combination;
}

/** The named situations of the figure; the first is what it shows before it is touched. */
export const presets: readonly [Preset, ...Preset[]] = [
  { name: 'two', title: 'Two points', combination: { rule: 'convex', weights: [0.6, 0.4], moved: [] } },
  { name: 'triangle', title: 'Three points', combination: { rule: 'convex', weights: [0.5, 0.3, 0.2], moved: [] } },
  {
    name: 'many',
    title: 'Six points',
    combination: { rule: 'convex', weights: [0.3, 0.2, 0.2, 0.1, 0.1, 0.1], moved: [] },
  },
  { name: 'negative', title: 'A negative weight', combination: { rule: 'affine', weights: [1.5, -0.5], moved: [] } },
  { name: 'too-much', title: 'A sum above one', combination: { rule: 'linear', weights: [0.7, 0.6], moved: [] } },
];
