import type { PictureSet } from '../core/data/pictures.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import type { DigitsMeasure } from './digits-study.ts';
import { fullSizeStudy, type FullSizeLength } from './full-size-fashion.ts';
import type { Condition, Study } from './study.ts';

const patch = { kind: 'patch', width: 28, height: 28 } as const;
const pixels = { ...patch, kind: 'pixels' } as const;

/** How long each network trains, if nothing else is said. */
const joiningSteps = 1000;

/** How pictures are joined. In `half`, half of the batches are, as recipes do. */
const policies = {
  erm: ermPolicy,
  smoothing: { ...ermPolicy, labelSmoothing: 0.1 },
  mixup: mixupPolicy(1),
  'mixup-half': mixupPolicy(1, { mixesShare: 0.5 }),
  cutmix: mixupPolicy(1, { mask: patch }),
  'cutmix-half': mixupPolicy(1, { mask: patch, mixesShare: 0.5 }),
  pixels: mixupPolicy(1, { mask: pixels }),
} satisfies Record<string, Policy>;
export type JoiningMethod = keyof typeof policies;

/** The methods, all of which convolutions try. */
const joiningMethods = Object.keys(policies) as JoiningMethod[];

/** Those that a dense network tries: it does not know which pixels are neighbors, so that a patch says nothing without its control. */
const denseMethods: readonly JoiningMethod[] = ['erm', 'cutmix', 'pixels'];

/** A method on one of the two networks. */
export interface JoiningCondition extends Condition {
  readonly method: JoiningMethod;
}

export const mixupOrCutmixConditions: readonly JoiningCondition[] = [
  ...joiningMethods.map((method) => ({ name: method, method, policy: policies[method], channels: 16 })),
  ...denseMethods.map((method) => ({ name: `dense-${method}`, method, policy: policies[method], hidden: 128 })),
];

/** Pictures of clothes weighed, cut by patches and cut by scattered pixels: does it matter that a patch is in one piece? */
export function mixupOrCutmix(
  pictures: PictureSet,
  length: FullSizeLength = {},
  conditions = mixupOrCutmixConditions,
): Study<DigitsMeasure> {
  return fullSizeStudy(pictures, conditions, { steps: joiningSteps, ...length });
}
