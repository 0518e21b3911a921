import { describe, expect, test } from 'vitest';
import { fallenBlends } from '../../../../src/core/asked/asked-in-plane.ts';
import { createBlendLaw } from '../../../../src/core/asked/blend-law.ts';
import { createRandom } from '../../../../src/core/random/random.ts';

const grid = { reach: 1, cells: 16 };
const random = createRandom(3, 'places');
const count = 12;
const inputs = Float64Array.from({ length: 2 * count }, () => 1.8 * random() - 0.9);
const labels = Uint8Array.from({ length: count }, (_, row) => (row % 3 === 0 ? 1 : 0));

/** Beta(alpha, alpha) as equally likely lambdas, from distribution functions that can be turned round by hand. */
const lambdas = (alpha: 0.5 | 1): number[] =>
  Array.from({ length: 20_000 }, (_, k) => {
    const u = (k + 0.5) / 20_000;
    // Beta(1/2, 1/2) is the arcsine law; Beta(1, 1) is uniform.
    return alpha === 1 ? u : Math.sin((Math.PI * u) / 2) ** 2;
  });

/** Every ordered pair at every lambda, dropped into its cell. */
function droppedOneByOne(alpha: 0.5 | 1): { all: Float64Array; classB: Float64Array } {
  const all = new Float64Array(256);
  const classB = new Float64Array(256);
  const likely = lambdas(alpha);
  const each = 1 / (count * count * likely.length);
  const examples = Array.from(labels, (label, row) => ({
    x: inputs[2 * row] ?? NaN,
    y: inputs[2 * row + 1] ?? NaN,
    label,
  }));
  for (const i of examples)
    for (const j of examples)
      for (const lambda of likely) {
        const [x, y] = [lambda * i.x + (1 - lambda) * j.x, lambda * i.y + (1 - lambda) * j.y];
        const cell = 16 * Math.floor(8 * (y + 1)) + Math.floor(8 * (x + 1));
        all[cell] = (all[cell] ?? NaN) + each;
        classB[cell] = (classB[cell] ?? NaN) + each * (lambda * i.label + (1 - lambda) * j.label);
      }
  return { all, classB };
}

describe('what falls into the cells of the plane', () => {
  test.each([0.5, 1] as const)('is what all pairs at all lambdas give one by one, α = %s', (alpha) => {
    const followed = fallenBlends(inputs, labels, alpha, grid);
    const dropped = droppedOneByOne(alpha);
    for (let cell = 0; cell < 256; cell += 1) {
      expect(followed.all[cell]).toBeCloseTo(dropped.all[cell] ?? NaN, 4);
      expect(followed.classB[cell]).toBeCloseTo(dropped.classB[cell] ?? NaN, 4);
    }
  });

  test('adds up to one, and to one half of class B where half of the examples are', () => {
    const half = Uint8Array.from(labels, (_, row) => row % 2);
    const { all, classB } = fallenBlends(inputs, half, 0.2, grid);
    expect(all.reduce((sum, value) => sum + value)).toBeCloseTo(1, 10);
    expect(classB.reduce((sum, value) => sum + value)).toBeCloseTo(0.5, 10);
  });

  test('without mixing is nothing but the examples', () => {
    const { all } = fallenBlends([-0.95, -0.95, 0.95, 0.95], [0, 1], 0, grid);
    expect(all[0]).toBe(0.5);
    expect(all[255]).toBe(0.5);
    expect(all.filter((probability) => probability > 0)).toHaveLength(2);
  });

  test('leaves out what falls outside', () => {
    const { all } = fallenBlends([0, 0, 2, 0], [0, 1], 1, grid);
    // One of two examples is outside, and of the segment between them half.
    expect(all.reduce((sum, value) => sum + value)).toBeCloseTo(0.25 + 0.25, 10);
  });

  test('names what is wrong with its arguments', () => {
    expect(() => fallenBlends([0, 0], [2], 1, grid)).toThrow('labels');
    expect(() => fallenBlends([0], [1], 1, grid)).toThrow('inputs');
    expect(() => fallenBlends([0, 0], [1], -1, grid)).toThrow('alpha');
  });
});

test('the law of lambda has the running integrals of Beta(2, 2)', () => {
  const { shares, means } = createBlendLaw(2);
  // The density is 6t(1 - t): integrate it, and t times it, by hand.
  for (const [k, t] of [
    [0, 0],
    [256, 0.25],
    [512, 0.5],
    [896, 0.875],
    [1024, 1],
  ] as const) {
    expect(shares[k]).toBeCloseTo(3 * t ** 2 - 2 * t ** 3, 12);
    expect(means[k]).toBeCloseTo(2 * t ** 3 - 1.5 * t ** 4, 12);
  }
});
