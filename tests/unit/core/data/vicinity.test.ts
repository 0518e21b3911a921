import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../../src/core/data/data-set.ts';
import { createVicinitySampler, type Vicinity, type VirtualExamples } from '../../../../src/core/data/vicinity.ts';

const examples: DataSet = {
  inputs: Float32Array.of(-1, 0.5, 0.25, 2, 3, -4, 0, 0),
  labels: Uint8Array.of(0, 1, 1, 0),
  classes: 2,
  width: 2,
};
const rows = 4;

/** What virtual examples are once they are mixed, written out: x, y and the weight of class B of each. */
function mixed({ rows: table, labels, first, second, lambdas }: VirtualExamples): number[][] {
  return Array.from(first, (i, k) => {
    const j = second[k] as number;
    const lambda = lambdas[k] as number;
    const mix = (of: ArrayLike<number>, a: number, b: number) =>
      lambda * (of[a] as number) + (1 - lambda) * (of[b] as number);
    return [mix(table, 2 * i, 2 * j), mix(table, 2 * i + 1, 2 * j + 1), mix(labels, i, j)];
  });
}

const input = (row: number): [number, number] => [
  examples.inputs[2 * row] as number,
  examples.inputs[2 * row + 1] as number,
];
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

const vicinities: Vicinity[] = [{ kind: 'spike' }, { kind: 'gaussian', sigma: 0.3 }, { kind: 'mixup', alpha: 0.4 }];

describe.each(vicinities)('the $kind vicinity', (vicinity) => {
  test('gives the same sequence however it is cut into calls', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (seed, sizes) => {
          const inParts = createVicinitySampler(examples, vicinity, seed);
          const total = sizes.reduce((sum, size) => sum + size, 0);
          expect(sizes.flatMap((size) => mixed(inParts(size)))).toEqual(
            mixed(createVicinitySampler(examples, vicinity, seed)(total)),
          );
        },
      ),
    );
  });

  test('chooses the examples uniformly, and the same ones as the other vicinities', () => {
    const count = 8000;
    const first = Array.from(createVicinitySampler(examples, vicinity, 5)(count).first);
    for (let row = 0; row < rows; row += 1) {
      // Five standard deviations of a share of 1/4.
      const share = first.filter((i) => i === row).length / count;
      expect(Math.abs(share - 1 / rows)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / count));
    }
    expect(first).toEqual(Array.from(createVicinitySampler(examples, { kind: 'spike' }, 5)(count).first));
  });

  test('draws around one example alone if asked to', () => {
    expect(new Set(createVicinitySampler(examples, vicinity, 1, 2)(50).first)).toEqual(new Set([2]));
  });

  test('gives another sequence for another seed', () => {
    const points = (seed: number) => mixed(createVicinitySampler(examples, vicinity, seed)(20));
    expect(points(1)).not.toEqual(points(2));
  });
});

describe('what is drawn', () => {
  test('from a spike is the example itself, with its label', () => {
    const batch = createVicinitySampler(examples, { kind: 'spike' }, 3)(40);
    expect(mixed(batch)).toEqual(Array.from(batch.first, (i) => [...input(i), examples.labels[i]]));
  });

  test('from a Gaussian vicinity is moved by normal noise of deviation sigma in each coordinate, its label whole', () => {
    const sigma = 0.3;
    const count = 20_000;
    const batch = createVicinitySampler(examples, { kind: 'gaussian', sigma }, 3)(count);
    const points = mixed(batch);
    for (const axis of [0, 1] as const) {
      const moves = points.map((point, k) => (point[axis] as number) - input(batch.first[k] as number)[axis]);
      expect(Math.abs(mean(moves))).toBeLessThan((5 * sigma) / Math.sqrt(count));
      expect(deviation(moves) / sigma).toBeCloseTo(1, 1);
      // The 68-95-99.7 rule of the normal distribution.
      for (const [deviations, share] of [
        [1, 0.6827],
        [2, 0.9545],
        [3, 0.9973],
      ] as const) {
        const inside = moves.filter((move) => Math.abs(move) < deviations * sigma).length / count;
        expect(Math.abs(inside - share)).toBeLessThan(0.015);
      }
    }
    const across = points.map((point, k) => (point[0] as number) - input(batch.first[k] as number)[0]);
    const along = points.map((point, k) => (point[1] as number) - input(batch.first[k] as number)[1]);
    expect(Math.abs(mean(across.map((move, k) => move * (along[k] as number)))) / sigma ** 2).toBeLessThan(0.05);
    expect(points.map(([, , label]) => label)).toEqual(Array.from(batch.first, (i) => examples.labels[i]));
  });

  test.each([0.1, 1, 8])(
    'from mixup lies on the segment to a uniform partner, by lambda of Beta(alpha, alpha) with alpha = %d',
    (alpha) => {
      const count = 20_000;
      const { rows: table, second, lambdas } = createVicinitySampler(examples, { kind: 'mixup', alpha }, 3)(count);
      expect(table).toBe(examples.inputs);
      for (let row = 0; row < rows; row += 1) {
        const share = second.filter((j) => j === row).length / count;
        expect(Math.abs(share - 1 / rows)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / count));
      }
      const drawn = Array.from(lambdas);
      const known = 1 / (4 * (2 * alpha + 1));
      expect(mean(drawn)).toBeCloseTo(0.5, 1);
      expect(Math.abs(deviation(drawn) ** 2 / known - 1)).toBeLessThan(0.06);
    },
  );

  test('without width is ERM: sigma = 0 and alpha = 0 give the examples themselves', () => {
    const spikes = mixed(createVicinitySampler(examples, { kind: 'spike' }, 9)(30));
    expect(mixed(createVicinitySampler(examples, { kind: 'gaussian', sigma: 0 }, 9)(30))).toEqual(spikes);
    expect(mixed(createVicinitySampler(examples, { kind: 'mixup', alpha: 0 }, 9)(30))).toEqual(spikes);
  });
});

test.each<[string, () => unknown, string]>([
  ['a sigma above 1', () => createVicinitySampler(examples, { kind: 'gaussian', sigma: 1.5 }, 1), 'vicinity.sigma'],
  ['a negative alpha', () => createVicinitySampler(examples, { kind: 'mixup', alpha: -1 }, 1), 'vicinity.alpha'],
  ['a row that is not there', () => createVicinitySampler(examples, { kind: 'spike' }, 1, 4), 'only'],
  ['three classes', () => createVicinitySampler({ ...examples, classes: 3 }, { kind: 'spike' }, 1), 'examples.classes'],
  ['nothing to draw', () => createVicinitySampler(examples, { kind: 'spike' }, 1)(0), 'count'],
])('%s is refused by name', (_, act, name) => {
  expect(act).toThrow(new RegExp(`^${name.replace('.', '\\.')}.*: expected`));
});
