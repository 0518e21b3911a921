import {
  Lanes, Whole, add, addWhole, all, allWhole, and, bitsOf, choose, div, fromBits, largest, less, mul, powerOfTwo, rounded,
  shiftRightSigned, size, smallest, sub, subWhole, toFloat, withSign,
} from './lanes';

/*
 * Exponential, logarithm and hyperbolic tangent in float32, after the Cephes library of S. L. Moshier (netlib.org/cephes): largest
 * errors 1.0, 0.8 and 1.4 units in the last place.
 */

function step(sum: Lanes, x: Lanes, coefficient: f32): Lanes {
  return add(mul(sum, x), all(coefficient));
}

/** e to a power from -87 to 88; what lies beyond gives the value there. */
export function exponential(power: Lanes): Lanes {
  const x = largest(smallest(power, all(88)), all(-87));
  const n = rounded(mul(x, all(1.44269504088896341)));
  // log 2 in two parts, the first of few bits, so that nothing is lost.
  const r = sub(sub(x, mul(n, all(0.693359375))), mul(n, all(-2.1219444e-4)));
  let sum = all(1.98756915e-4);
  sum = step(sum, r, 1.3981999507e-3);
  sum = step(sum, r, 8.3334519073e-3);
  sum = step(sum, r, 4.1665795894e-2);
  sum = step(sum, r, 1.6666665459e-1);
  sum = step(sum, r, 5.0000001201e-1);
  return mul(add(add(mul(mul(sum, r), r), r), all(1)), powerOfTwo(n));
}

/** The natural logarithm of a normal number above 0. */
export function logarithm(x: Lanes): Lanes {
  const bits = subWhole(bitsOf(x), allWhole(0x3f3504f3));
  const e = toFloat(shiftRightSigned(bits, 23));
  const f = sub(fromBits(addWhole(and(bits, allWhole(0x007fffff)), allWhole(0x3f3504f3))), all(1));
  const z = mul(f, f);
  let sum = all(7.0376836292e-2);
  sum = step(sum, f, -1.151461031e-1);
  sum = step(sum, f, 1.167699874e-1);
  sum = step(sum, f, -1.2420140846e-1);
  sum = step(sum, f, 1.4249322787e-1);
  sum = step(sum, f, -1.6668057665e-1);
  sum = step(sum, f, 2.0000714765e-1);
  sum = step(sum, f, -2.4999993993e-1);
  sum = step(sum, f, 3.3333331174e-1);
  let y = mul(mul(sum, f), z);
  y = add(y, mul(e, all(-2.1219444e-4)));
  y = sub(y, mul(z, all(0.5)));
  return add(add(y, f), mul(e, all(0.693359375)));
}

export function hyperbolicTangent(x: Lanes): Lanes {
  const z = mul(x, x);
  let sum = all(-5.70498872745e-3);
  sum = step(sum, z, 2.06390887954e-2);
  sum = step(sum, z, -5.37397155531e-2);
  sum = step(sum, z, 1.33314422036e-1);
  sum = step(sum, z, -3.33332819422e-1);
  const near = add(mul(mul(sum, z), x), x);
  const a = size(x);
  const far = withSign(sub(all(1), div(all(2), add(exponential(add(a, a)), all(1)))), x);
  return choose(less(a, all(0.625)), near, far);
}
