import { log2Lower, log2Upper } from './exponential.ts';
import { upperWord, withUpperWord } from './float-bits.ts';

/** 2 / (2k + 1) for k = 1, 2, ..., 11: the series of log((1 + s) / (1 - s)) after its first term 2 s. */
const series: readonly number[] = Array.from({ length: 11 }, (_, i) => 2 / (2 * i + 3));

/** The upper word of the square root of a half. */
const lowest = 0x3fe6a09e;

/**
 * The natural logarithm, from + - * / alone, so that every machine computes the same bits: `x = 2^n (1 + f)` with 1 + f between the
 * square roots of 1/2 and 2, and the series of log(1 + f) in s = f / (2 + f), which is at most 0.172.
 *
 * @returns within 1 unit in the last place of what is true; -Infinity for 0 and NaN below
 */
export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x < 0 ? NaN : x;
  const isSmall = x < 2 ** -1022;
  const normal = isSmall ? x * 2 ** 54 : x;
  const word = upperWord(normal);
  const n = (word - lowest) >> 20;
  const f = withUpperWord(normal, word - (n << 20)) - 1;
  const s = f / (2 + f);
  const z = s * s;
  let sum = 0;
  for (let k = series.length - 1; k >= 0; k -= 1) sum = sum * z + (series[k] as number);
  // log(1 + f) = 2 s + s z sum, and 2 s = f - s f: of the two only f is large, and exact.
  const half = 0.5 * f * f;
  const exponent = isSmall ? n - 54 : n;
  return exponent * log2Upper - (half - (s * (half + z * sum) + exponent * log2Lower) - f);
}

/**
 * log(1 + x) without loss of digits near 0.
 *
 * @returns within 2 units in the last place of what is true; -Infinity for -1 and NaN below
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  if (!(sum > 0) || sum === Infinity) return log(sum);
  const lost = x < 1 ? x - (sum - 1) : 1 - (sum - x);
  return log(sum) + lost / sum;
}
