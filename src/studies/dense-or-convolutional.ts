import type { PictureSet } from '../core/data/pictures.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import type { DigitsMeasure } from './digits-study.ts';
import { fullSizeStudy, type FullSizeLength } from './full-size-fashion.ts';
import type { Condition, Study } from './study.ts';

/** Two kinds of networks, a small and a large one of each: units of two dense layers, or channels of two convolutions. */
const architectures = [
  { key: 'dense-32', hidden: 32 },
  { key: 'dense-128', hidden: 128 },
  { key: 'convolutions-8', channels: 8 },
  { key: 'convolutions-16', channels: 16 },
] as const;

/** ERM, and mixup as strong as for the ResNets of Table 1 of the paper, with every network. */
export const denseOrConvolutionalConditions: readonly Condition[] = architectures.flatMap(({ key, ...network }) => [
  { name: `erm-${key}`, policy: ermPolicy, ...network },
  { name: `mixup-${key}`, policy: mixupPolicy(0.2), ...network },
]);

/** Dense networks and convolutions on pictures of clothes, small and large, with ERM and with mixup: who errs less, and who gains? */
export function denseOrConvolutional(
  pictures: PictureSet,
  length: FullSizeLength = {},
  conditions = denseOrConvolutionalConditions,
): Study<DigitsMeasure> {
  return fullSizeStudy(pictures, conditions, length);
}
