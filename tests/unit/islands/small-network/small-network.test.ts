import { describe, expect, test } from 'vitest';
import { networkAt, recordAt } from '../../../../src/islands/small-network/baked-network.ts';
import { foldOf, footOf, sumOf } from '../../../../src/islands/small-network/fold.ts';
import {
  constantOf,
  passThrough,
  sharesOfB,
  unitsOf,
  weightTo,
} from '../../../../src/islands/small-network/passing.ts';
import { packParameters } from '../../../../src/studies/small-network.ts';

const square = { x: [-1, 1], y: [-1, 1] } as const;

describe('where a unit passes something on', () => {
  test('a unit that adds up both inputs does so above the diagonal, most in the upper right corner', () => {
    const { part, line, top, greatest } = foldOf({ first: 1, second: 1, constant: 0.5 }, square);
    // x + y + 0.5 = 0 meets the lower side at x = 0.5 and the left one at y = 0.5.
    expect(line).toEqual([
      { x: 0.5, y: -1 },
      { x: -1, y: 0.5 },
    ]);
    expect(part).toHaveLength(5);
    expect(part).toContainEqual({ x: -1, y: 1 });
    expect(part).not.toContainEqual({ x: -1, y: -1 });
    expect(top).toEqual({ x: 1, y: 1 });
    expect(greatest).toBe(2.5);
  });

  test('a unit whose sum is negative everywhere sleeps, and one whose sum is positive everywhere has no line', () => {
    expect(foldOf({ first: 1, second: 0, constant: -2 }, square)).toMatchObject({
      part: [],
      line: undefined,
      greatest: 0,
    });
    const awake = foldOf({ first: 1, second: 0, constant: 2 }, square);
    expect(awake.part).toHaveLength(4);
    expect(awake.line).toBeUndefined();
  });

  test('the foot of a place lies on the line, straight across', () => {
    const unit = { first: 3, second: 4, constant: -5 };
    const foot = footOf(unit, { x: 3, y: 4 });
    // 3 * 3 + 4 * 4 - 5 = 20, which is 4 away at a slope of 5: four fifths of the way to the origin.
    expect(foot.x).toBeCloseTo(0.6, 12);
    expect(foot.y).toBeCloseTo(0.8, 12);
    expect(sumOf(unit, foot)).toBeCloseTo(0, 12);
  });
});

describe('a point on its way through the network', () => {
  // Weights by input: unit 1 copies x1, unit 2 negates x2, unit 3 is off. Unit 1 speaks for A, unit 2 for B.
  const parameters = Float64Array.of(1, 0, 0, 0, -1, 0, 0.5, 0, -1, 2, 0.5, 0, 3, 1, 1, 0.25, -0.25);

  test('weights and constants are those of its wires', () => {
    expect(unitsOf(parameters)).toEqual([
      { first: 1, second: 0, constant: 0.5 },
      { first: 0, second: -1, constant: 0 },
      { first: 0, second: 0, constant: -1 },
    ]);
    expect([0, 1, 2].map((unit) => weightTo(parameters, unit, 1))).toEqual([0.5, 3, 1]);
    expect([0, 1].map((answer) => constantOf(parameters, answer))).toEqual([0.25, -0.25]);
  });

  test('units pass on what is positive, and answers share out by the softmax of their sums', () => {
    const { passed, scores, shares } = passThrough(parameters, { x: 0.5, y: -0.5 });
    expect(passed).toEqual([1, 0.5, 0]);
    expect(scores).toEqual([2.25, 1.75]);
    // 1 / (1 + e^-0.5)
    expect(shares[0]).toBeCloseTo(0.6224593312018546, 12);
    expect(passThrough(parameters, { x: -1, y: 1 }).passed).toEqual([0, 0, 0]);
  });

  test('over the plane rows run from the bottom', () => {
    const values = sharesOfB(parameters, [-1, 1], 2);
    const [x, y] = [0.5, -0.5];
    expect(values[1]).toBeCloseTo(passThrough(parameters, { x, y }).shares[1] as number, 12);
    expect(values[1]).not.toBeCloseTo(values[3] as number, 3);
  });

  test('is kept in thousandths, and read as it was kept', () => {
    const network = { seed: 3, parameters: [packParameters(parameters)], errors: [0.25] };
    expect(networkAt(network, 0)).toEqual({ weights: parameters, error: 0.25 });
    expect(() => networkAt(network, 1)).toThrow(/record: expected one of 1 that seed 3 has, got 1/);
    expect(() => networkAt({ ...network, parameters: ['AAAA'] }, 0)).toThrow();
  });
});

test('a step between two kept ones shows the one before', () => {
  expect([0, 9, 10, 19, 20, 500].map((step) => recordAt([0, 10, 20], step))).toEqual([0, 0, 1, 1, 2, 2]);
});
