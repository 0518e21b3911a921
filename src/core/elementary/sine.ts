import { expectNumber } from '../expect.ts';

/*
 * Sine and cosine from + - * / alone, so that every machine computes the same bits: the angle less the nearest multiple of a right
 * angle, and Taylor's series of what remains, at most pi / 4.
 */

/** pi / 2 in three parts; the first two have so few bits (33) that their products with up to 2^20 are exact. */
const quarter = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const;

/** Terms of the series in the square of the angle: 1 / 3!, 1 / 5!, ... and 1 / 4!, 1 / 6!, ..., with their signs. */
const sineSeries = alternating(3, 8);
const cosineSeries = alternating(4, 8);

/** The largest angle, in radians. */
const farthest = 1e6;

/**
 * The sine of an angle in radians, -1e6 to 1e6.
 *
 * @returns within 2 units in the last place of what is true
 * @throws RangeError for angles beyond
 */
export function sin(angle: number): number {
  return quadrant(angle, 0);
}

/** The cosine; see {@link sin}. */
export function cos(angle: number): number {
  return quadrant(angle, 1);
}

function quadrant(angle: number, ahead: number): number {
  if (Number.isNaN(angle)) return NaN;
  expectNumber('angle', angle, -farthest, farthest);
  const turns = Math.round(angle / quarter[0]);
  const coarse = angle - turns * quarter[0];
  const step = turns * quarter[1];
  const fine = coarse - step;
  // What the subtraction lost: coarse may be the smaller of the two, so both roundings are taken back.
  const back = coarse - fine;
  const lost = coarse - (fine + back) + (back - step);
  const x = fine;
  const tail = lost - turns * quarter[2];
  const which = (turns + ahead) & 3;
  const value = (which & 1) === 0 ? nearSine(x, tail) : nearCosine(x, tail);
  return (which & 2) === 0 ? value : -value;
}

function nearSine(x: number, tail: number): number {
  const z = x * x;
  return x + (x * z * polynomial(sineSeries, z) + tail * (1 - 0.5 * z));
}

function nearCosine(x: number, tail: number): number {
  const z = x * x;
  const half = 0.5 * z;
  const large = 1 - half;
  return large + (1 - large - half + (z * z * polynomial(cosineSeries, z) - x * tail));
}

function polynomial(coefficients: readonly number[], z: number): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k -= 1) sum = sum * z + (coefficients[k] as number);
  return sum;
}

/** 1 / first!, -1 / (first + 2)!, ...; for an odd first one, the signs are the other way round. */
function alternating(first: number, count: number): readonly number[] {
  let factorial = 1;
  for (let k = 2; k <= first; k += 1) factorial *= k;
  let sign = first % 2 === 0 ? 1 : -1;
  return Array.from({ length: count }, (_, i) => {
    const term = sign / factorial;
    factorial *= (first + 2 * i + 1) * (first + 2 * i + 2);
    sign = -sign;
    return term;
  });
}
