import { describe, expect, test } from 'vitest';
import { permutationShape } from '../../../../src/core/random/permutation-shape.ts';
import { streamKey } from '../../../../src/core/random/random.ts';
import { choiceOf, placeAt } from '../../../../src/core/training/draw.ts';
import { partnerPools, type MemberPlan } from '../../../../src/core/training/member-plan.ts';

/*
 * Whether the order of examples looks like a uniform permutation, a new and independent one for each epoch. Every statistic
 * is one of fixed seeds, turned into a standard normal one by the cube root of Wilson and Hilferty (PNAS 17, 684, 1931,
 * doi 10.1073/pnas.17.12.684). Shuffles by Fisher and Yates pass; four rounds for large sets, or eight for small ones, do not.
 */
const largest = 4;

/** How many permutations each size is tested with: ten epochs of each seed. */
const sizes = [
  { size: 120, seeds: 800 },
  { size: 149, seeds: 640 },
  { size: 1000, seeds: 100 },
  { size: 4177, seeds: 24 },
  { size: 8000, seeds: 12 },
];
const epochs = 10;

const memberOf = (seed: number, size: number): MemberPlan => ({
  ...permutationShape(size),
  orderKey: streamKey(seed, 'order'),
  partnerKey: 0,
  lambdaKey: 0,
  rowsAt: 0,
  pool: partnerPools.self,
  candidatesAt: 0,
  lambdasAt: 0,
  lambdaStep: 0,
  mixesFrom: 0,
  mixesUntil: 0,
  mixesAtMost: 2 ** 32 - 1,
  maskAt: 0,
});

/** The permutations of ten epochs of each seed, one seed after another. */
function* permutationsOf({ size, seeds }: { size: number; seeds: number }): Generator<Uint32Array[]> {
  for (let seed = 0; seed < seeds; seed += 1) {
    const member = memberOf(seed, size);
    yield Array.from({ length: epochs }, (_, epoch) =>
      Uint32Array.from({ length: size }, (__, place) => placeAt(member, epoch * size + place)),
    );
  }
}

/** Counts in a table of bins, at full resolution for small sets. */
const binsOf = (size: number): number => (size < 200 ? size : 32);

/** A chi-square statistic as a standard normal one. */
function normalOf(chiSquare: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/** Pearson's statistic of counts whose expectations are proportional to `weights`. */
function pearson(counts: ArrayLike<number>, weights: ArrayLike<number>): number {
  const total = Array.from(counts).reduce((a, b) => a + b, 0);
  const weight = Array.from(weights).reduce((a, b) => a + b, 0);
  return Array.from(counts).reduce((sum, count, k) => {
    const expected = (total * (weights[k] as number)) / weight;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

/**
 * Whether two places of a uniform permutation are independent, from counts `[bins, bins]` of all n pairs of each. The covariance of such
 * counts is n / (n - 1) times that of a table with fixed margins.
 */
function normalOfTable(counts: ArrayLike<number>, size: number): number {
  const bins = binsOf(size);
  const widths = new Array<number>(bins).fill(0);
  for (let k = 0; k < size; k += 1) (widths[Math.floor((k * bins) / size)] as number) += 1;
  const weights = widths.flatMap((a) => widths.map((b) => a * b));
  return normalOf((pearson(counts, weights) * (size - 1)) / size, (bins - 1) ** 2);
}

/** Counts of the differences, modulo their number, between examples that stand `gap` positions apart. */
class Differences {
  readonly #gap: number;
  readonly #counts: Float64Array;
  readonly #widths: Float64Array;
  readonly #binOf: (difference: number) => number;

  constructor(size: number, gap: number) {
    this.#gap = gap;
    const bins = binsOf(size) - 1;
    this.#binOf = (difference) => Math.floor(((difference - 1) * bins) / (size - 1));
    this.#counts = new Float64Array(bins);
    this.#widths = new Float64Array(bins);
    for (let difference = 1; difference < size; difference += 1) (this.#widths[this.#binOf(difference)] as number) += 1;
  }

  add(order: Uint32Array): void {
    for (let place = 0; place + this.#gap < order.length; place += 1) {
      // No example is in two pairs, so that pairs are nearly independent.
      if (Math.floor(place / this.#gap) % 2 === 1) continue;
      const difference = (order[place + this.#gap] as number) - (order[place] as number);
      (this.#counts[this.#binOf((difference + order.length) % order.length)] as number) += 1;
    }
  }

  normal(): number {
    return normalOf(pearson(this.#counts, this.#widths), this.#counts.length - 1);
  }
}

test.each(sizes)(
  'the order of $size examples is an even and independent one in all epochs of $seeds seeds',
  ({ size, seeds }) => {
    const bins = binsOf(size);
    const binOf = (k: number): number => Math.floor((k * bins) / size);
    const positions = new Float64Array(bins * bins);
    const successors = new Float64Array(bins * bins);
    const neighbors = new Differences(size, 1);
    const oneRowApart = new Differences(size, 2 ** permutationShape(size).lowBits);
    for (const permutations of permutationsOf({ size, seeds })) {
      permutations.forEach((order, epoch) => {
        const before = permutations[epoch - 1];
        neighbors.add(order);
        oneRowApart.add(order);
        for (let place = 0; place < size; place += 1) {
          const bin = binOf(order[place] as number);
          (positions[binOf(place) * bins + bin] as number) += 1;
          if (before) (successors[binOf(before[place] as number) * bins + bin] as number) += 1;
        }
      });
    }
    const normals = {
      'every example at every position': normalOfTable(positions, size),
      'neighbors, by their difference': neighbors.normal(),
      'examples one row of the grid apart': oneRowApart.normal(),
      'where an example stood in the epoch before': normalOfTable(successors, size),
    };
    expect(Object.entries(normals).filter(([, normal]) => !(Math.abs(normal) < largest))).toEqual([]);
  },
);

describe('the order of a few examples', () => {
  test.each([
    { size: 2, orders: 2, seeds: 2000 },
    { size: 3, orders: 6, seeds: 2000 },
    { size: 5, orders: 120, seeds: 4000 },
  ])(
    'is each of the $orders orders of $size equally often, whatever it was in the epoch before',
    ({ size, orders, seeds }) => {
      const names = new Map<string, number>();
      const counts = new Float64Array(orders);
      const pairs = new Float64Array(orders * orders);
      for (const permutations of permutationsOf({ size, seeds })) {
        let before = -1;
        for (const order of permutations) {
          const name = order.join();
          const number = names.get(name) ?? names.size;
          names.set(name, number);
          (counts[number] as number) += 1;
          if (before >= 0) (pairs[before * orders + number] as number) += 1;
          before = number;
        }
      }
      expect(names.size).toBe(orders);
      const even = (length: number): number[] => new Array<number>(length).fill(1);
      expect(Math.abs(normalOf(pearson(counts, even(orders)), orders - 1))).toBeLessThan(largest);
      expect(Math.abs(normalOf(pearson(pairs, even(orders ** 2)), orders ** 2 - 1))).toBeLessThan(largest);
    },
  );
});

describe('partners', () => {
  test('are uniform, and independent of those of the next example, step and seed', () => {
    const count = 23;
    const keyOf = (seed: number): number => streamKey(seed, 'partners', 'rows');
    const others = {
      example: (seed: number, step: number, example: number) => choiceOf(keyOf(seed), step, example + 1, count),
      step: (seed: number, step: number, example: number) => choiceOf(keyOf(seed), step + 1, example, count),
      seed: (seed: number, step: number, example: number) => choiceOf(keyOf(seed + 1), step, example, count),
    };
    for (const other of Object.values(others)) {
      const pairs = new Float64Array(count * count);
      for (let seed = 0; seed < 60; seed += 2)
        for (let step = 0; step < 50; step += 2)
          for (let example = 0; example < 64; example += 2)
            (pairs[choiceOf(keyOf(seed), step, example, count) * count + other(seed, step, example)] as number) += 1;
      expect(Math.abs(normalOf(pearson(pairs, new Array<number>(count ** 2).fill(1)), count ** 2 - 1))).toBeLessThan(
        largest,
      );
    }
  });
});
