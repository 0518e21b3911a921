import { hash3 } from '../random/hash.ts';
import { permute, scaleWord } from '../random/permutation.ts';
import { maskFields, sideBits } from './mask.ts';
import type { MemberPlan } from './member-plan.ts';

/** Tells the words that place a patch from others of the stream of lambda. */
export const patchWord = 0x0c07ca7c;

/** Tells the key of the order of scattered pixels from others of the stream of lambda. */
export const pixelWord = 0x0d15c0de;

/** What one example has of its second partner, where pictures are cut. */
export interface Cut {
  /** The first partner's share of the pixels, a float32 value. */
  readonly lambda: number;
  /** Numbers of the inputs that are the second partner's, ascending. */
  readonly inputs: readonly number[];
}

const words = new Uint32Array(3);

/**
 * Cuts one example's picture: a pure function of the plan, the step and the example, in 32-bit integers and two lookups; the programs in
 * `cut-programs.ts` compute the same. A patch lies around a pixel that is drawn uniformly, and ends where the picture does; lambda
 * is what is left of the first partner. Scattered pixels are as many, so that lambda is the same to the bit.
 *
 * @param table the plan's
 * @param own the plan of a member that cuts pictures
 * @param example place in the mini-batch, or 0 where all of it is cut alike
 * @param sides of the patch before it is clipped, `width 2^sideBits + height`
 */
export function drawCut(table: Float32Array, own: MemberPlan, step: number, example: number, sides: number): Cut {
  const { lambdaKey, maskAt } = own;
  const numbers = table.subarray(maskAt, maskAt + maskFields.length);
  const [scatters = 0, width = 0, height = 0, lowBits = 0, tall = 0, rounds = 0] = numbers;
  hash3(lambdaKey, step, patchWord + example, words);
  const [left, right] = clipped(scaleWord(words[0] as number, width), sides >>> sideBits, width);
  const [top, bottom] = clipped(scaleWord(words[2] as number, height), sides & (2 ** sideBits - 1), height);
  const pixels = (right - left) * (bottom - top);
  const lambda = table[maskAt + maskFields.length + pixels] as number;
  const inputs: number[] = [];
  if (scatters === 0) {
    for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) inputs.push(y * width + x);
    return { lambda, inputs };
  }
  hash3(lambdaKey, step, pixelWord + example, words);
  const shape = { size: width * height, lowBits, tall, rounds };
  const [key = 0, , stride = 0] = words;
  for (let input = 0; input < shape.size; input += 1)
    if (permute(key, stride | 1, shape, input) < pixels) inputs.push(input);
  return { lambda, inputs };
}

/** Where a side of a patch begins, and where it ends, within 0 to `size`. */
function clipped(center: number, length: number, size: number): [number, number] {
  const before = length >>> 1;
  return [Math.max(center, before) - before, Math.min(center + length - before, size)];
}
