import { expectLength, expectNumber } from '../expect.ts';
import type { ShortTime } from './short-time.ts';

/**
 * `lambda` times one row of numbers and `1 - lambda` times another: samples of sounds as well as their spectrograms. Where both rows
 * keep within a range, so does the mixture.
 *
 * H. Zhang, M. Cisse, Y. N. Dauphin and D. Lopez-Paz, "mixup: Beyond Empirical Risk Minimization" (2018), section 2.
 *
 * @param lambda weight of the first, from 0 to 1
 * @returns as many numbers as each has
 * @throws RangeError that names the argument, or if one row is longer than the other
 */
export function mixRows(first: ArrayLike<number>, second: ArrayLike<number>, lambda: number): Float64Array {
  expectNumber('lambda', lambda, 0, 1);
  expectLength('second', second, first.length, 'numbers, as the first has');
  return Float64Array.from(first, (value, k) => lambda * value + (1 - lambda) * (second[k] as number));
}

/**
 * The short-time transform of two sounds mixed as waves: it is linear, so that mixing the transforms gives the same.
 *
 * @param lambda weight of the first, from 0 to 1
 */
export function mixTransforms(first: ShortTime, second: ShortTime, lambda: number): ShortTime {
  return {
    real: mixRows(first.real, second.real, lambda),
    imaginary: mixRows(first.imaginary, second.imaginary, lambda),
  };
}
