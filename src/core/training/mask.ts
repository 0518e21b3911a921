import { expectInteger, expectOneOf } from '../expect.ts';
import { permutationShape } from '../random/permutation-shape.ts';

/**
 * Pictures of `width` x `height` pixels, row by row, of which some pixels are the second partner's and the others the first's, where
 * mixup weighs each. As a `patch` they are a rectangle (CutMix, Yun et al. 2019, doi 10.1109/ICCV.2019.00612); as `pixels` as many of
 * them lie anywhere, its control: a network that knows no neighbors should not tell the two apart.
 */
export interface Mask {
  readonly kind: 'patch' | 'pixels';
  readonly width: number;
  readonly height: number;
}

/**
 * What a plan's table has of a mask, in order: whether its pixels are scattered, the picture's sizes, and its pixels as a set to permute.
 * The first partner's share of the picture follows, for every number of pixels that the second has.
 */
export const maskFields = ['scatters', 'width', 'height', 'lowBits', 'tall', 'rounds'] as const;

/** Bits that hold one side of a patch, so that both make one whole number. */
export const sideBits = 10;

/** Enough to scatter pixels, whose order means nothing; `permutationShape` takes more where a small set's does. */
const rounds = 10;

/** The numbers of {@link maskFields}, and the shares: float32 values, so that no program has to divide. */
export function maskNumbers({ kind, width, height }: Mask): number[] {
  const { size, lowBits, tall } = permutationShape(width * height);
  const shares = Array.from({ length: size + 1 }, (_, pixels) => 1 - pixels / size);
  return [Number(kind === 'pixels'), width, height, lowBits, tall, rounds, ...shares];
}

/** The sides of a patch that has 1 - lambda of the picture's area, to the nearest pixel: `width 2^sideBits + height`. */
export function patchSides({ width, height }: Mask, lambda: number): number {
  const ratio = Math.sqrt(1 - lambda);
  return Math.round(width * ratio) * 2 ** sideBits + Math.round(height * ratio);
}

/**
 * Checks a mask for a network with `inputs` inputs.
 *
 * @throws RangeError that names the field, what was expected and what came
 */
export function expectMask({ kind, width, height }: Mask, inputs: number): void {
  expectOneOf('policy.mask.kind', kind, ['patch', 'pixels']);
  expectInteger('policy.mask.width', width, 1, inputs);
  expectInteger('policy.mask.height', height, 1, inputs);
  expectInteger('policy.mask.width times height (one pixel for each input)', width * height, inputs, inputs);
}
