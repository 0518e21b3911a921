import { describe, expect, it } from 'vitest';
import { exp, tanh } from '../../../../src/core/elementary/exponential.ts';
import { log, log1p } from '../../../../src/core/elementary/logarithm.ts';
import { cos, sin } from '../../../../src/core/elementary/sine.ts';
import { square, wholePower } from '../../../../src/core/elementary/whole-power.ts';

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** Numbers in the order of their values, neighbors one apart. */
function rank(x: number): bigint {
  float[0] = x;
  const word = bits[0] as bigint;
  return word < 0n ? -(word & 0x7fffffffffffffffn) : word;
}

/** How many float64 numbers lie between two. */
function unitsApart(a: number, b: number): number {
  const distance = rank(a) - rank(b);
  return Number(distance < 0n ? -distance : distance);
}

/** Places spread over a range by the golden ratio, and the worst distance there. */
function worst(ours: (x: number) => number, theirs: (x: number) => number, from: number, to: number): number {
  let units = 0;
  for (let k = 0; k < 20_000; k += 1) {
    const x = from + (to - from) * ((k * 0.618033988749895) % 1);
    units = Math.max(units, unitsApart(ours(x), theirs(x)));
  }
  return units;
}

/** Node's own functions are within one unit of what is true. */
const node = 1;

describe('functions of our own, the same bits on every machine', () => {
  it.each([
    [
      'exp',
      exp,
      Math.exp,
      1,
      [
        [-1, 1],
        [-700, 709],
        [-745, -705],
        [-1e-8, 1e-8],
      ],
    ],
    [
      'tanh',
      tanh,
      Math.tanh,
      3,
      [
        [-1, 1],
        [-25, 25],
        [-1e-3, 1e-3],
      ],
    ],
    [
      'log',
      log,
      Math.log,
      1,
      [
        [0, 1],
        [0.9, 1.1],
        [1, 1e6],
        [0, 1e-310],
      ],
    ],
    [
      'log1p',
      log1p,
      Math.log1p,
      2,
      [
        [-1e-5, 1e-5],
        [-0.5, 0.5],
        [-1, 100],
      ],
    ],
    [
      'sin',
      sin,
      Math.sin,
      2,
      [
        [-7, 7],
        [3.1415, 3.1416],
        [-1e6, 1e6],
      ],
    ],
    [
      'cos',
      cos,
      Math.cos,
      2,
      [
        [-7, 7],
        [1.57079, 1.5708],
        [-1e6, 1e6],
      ],
    ],
  ] as const)('%s is as close to what is true as it says', (_name, ours, theirs, stated, ranges) => {
    for (const [from, to] of ranges) expect(worst(ours, theirs, from, to)).toBeLessThanOrEqual(stated + node);
  });

  it('end where float64 ends, and say NaN where there is no value', () => {
    expect([exp(0), exp(710), exp(-746), exp(Infinity), exp(-Infinity), exp(NaN)]).toEqual([
      1,
      Infinity,
      0,
      Infinity,
      0,
      NaN,
    ]);
    expect([log(1), log(0), log(-1), log(Infinity), log(NaN)]).toEqual([0, -Infinity, NaN, Infinity, NaN]);
    expect([log1p(0), log1p(-1), log1p(-2), log1p(Infinity)]).toEqual([0, -Infinity, NaN, Infinity]);
    expect([tanh(0), tanh(30), tanh(-30), tanh(Infinity), tanh(NaN)]).toEqual([0, 1, -1, 1, NaN]);
    expect([sin(0), cos(0), sin(NaN), cos(NaN)]).toEqual([0, 1, NaN, NaN]);
    expect(() => sin(1e7)).toThrow('angle: expected');
    expect(() => cos(-Infinity)).toThrow('angle: expected');
  });

  it('take whole powers by multiplying alone', () => {
    expect([wholePower(0.9, 0), wholePower(2, 10), wholePower(-3, 3), square(-3)]).toEqual([1, 1024, -27, 9]);
    // (1 - 1/n)^n against exp(n log(1 - 1/n)).
    expect(wholePower(0.999, 100_000)).toBeCloseTo(Math.exp(100_000 * Math.log1p(-0.001)), 50);
    expect(wholePower(0.9, 2 ** 31)).toBe(0);
  });
});
