import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleBeta } from '../../../../src/core/random/beta.ts';
import type { DataSet } from '../../../../src/core/data/data-set.ts';
import { mixBatch } from '../../../../src/core/training/mix.ts';
import { createRandom } from '../../../../src/core/random/random.ts';
import { lossAndGradient } from '../../../../src/core/training/reference.ts';
import fixture from '../../../fixtures/network.json' with { type: 'json' };
import { expectSome } from '../../../expect-some.ts';

/** Any small data set with some pairs of its rows and weights for them. */
const mixing = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    width: fc.integer({ min: 1, max: 4 }),
    classes: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ rows, width, classes }) =>
    fc.record({
      examples: fc.record({
        inputs: fc
          .array(fc.float({ noNaN: true, min: -1000, max: 1000 }), { minLength: rows * width, maxLength: rows * width })
          .map((values) => Float32Array.from(values)),
        labels: fc
          .array(fc.integer({ min: 0, max: classes - 1 }), { minLength: rows, maxLength: rows })
          .map((values) => Uint8Array.from(values)),
        classes: fc.constant(classes),
        width: fc.constant(width),
      }),
      pairs: fc.array(fc.tuple(fc.nat(rows - 1), fc.nat(rows - 1), fc.double({ noNaN: true, min: 0, max: 1 })), {
        minLength: 1,
        maxLength: 8,
      }),
    }),
  );

type Pairs = readonly (readonly [number, number, number])[];
const mixPairs = (examples: DataSet, pairs: Pairs, smoothing = 0) =>
  mixBatch(
    examples,
    pairs.map(([i]) => i),
    pairs.map(([, j]) => j),
    pairs.map(([, , lambda]) => lambda),
    smoothing,
  );

const largest = (values: ArrayLike<number>, others: ArrayLike<number>): number =>
  Math.max(0, ...Array.from(values, (value, k) => Math.abs(value - (others[k] as number))));

describe('mixup’s mixing', () => {
  test.each(expectSome(fixture.cases, 'cases'))('agrees with NumPy for sizes $sizes', (known) => {
    const examples = {
      inputs: Float32Array.from(known.inputs.flat()),
      labels: Uint8Array.from(known.labels),
      classes: known.sizes.at(-1) as number,
      width: known.sizes[0] as number,
    };
    const batch = mixBatch(
      examples,
      known.i,
      known.j,
      known.i.map(() => known.lambda),
    );
    expect(batch.count).toBe(known.i.length);
    // The examples are kept as float32 here.
    expect(largest(batch.inputs, known.mixed_inputs.flat())).toBeLessThan(1e-6);
    expect(largest(batch.labels, known.mixed_labels.flat())).toBeLessThan(1e-15);
  });

  test('keeps every mixed input on the segment between its two examples', () => {
    fc.assert(
      fc.property(mixing, ({ examples, pairs }) => {
        const { inputs } = mixPairs(examples, pairs);
        pairs.forEach(([i, j, lambda], n) => {
          for (let k = 0; k < examples.width; k += 1) {
            const a = examples.inputs[i * examples.width + k] as number;
            const b = examples.inputs[j * examples.width + k] as number;
            const x = inputs[n * examples.width + k] as number;
            expect(x).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-10);
            expect(x).toBeLessThanOrEqual(Math.max(a, b) + 1e-10);
            expect(Math.abs(x - (b + lambda * (a - b)))).toBeLessThan(1e-9);
          }
        });
      }),
    );
  });

  test('gives labels that are probabilities: none negative, sum 1, mass only on the two classes', () => {
    fc.assert(
      fc.property(mixing, fc.double({ noNaN: true, min: 0, max: 1 }), ({ examples, pairs }, smoothing) => {
        const { classes, labels } = examples;
        const hard = mixPairs(examples, pairs).labels;
        const smooth = mixPairs(examples, pairs, smoothing).labels;
        pairs.forEach(([i, j], n) => {
          const row = hard.subarray(n * classes, (n + 1) * classes);
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          expect(row.every((y, k) => y >= 0 && (y === 0 || k === labels[i] || k === labels[j]))).toBe(true);
          const smoothRow = smooth.subarray(n * classes, (n + 1) * classes);
          expect(smoothRow.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          expect(
            largest(
              smoothRow,
              row.map((y) => (1 - smoothing) * y + smoothing / classes),
            ),
          ).toBeLessThan(1e-12);
        });
      }),
    );
  });

  test('is symmetric: (i, j, lambda) is (j, i, 1 - lambda)', () => {
    fc.assert(
      fc.property(mixing, ({ examples, pairs }) => {
        const turned = mixPairs(
          examples,
          pairs.map(([i, j, lambda]) => [j, i, 1 - lambda]),
        );
        const straight = mixPairs(examples, pairs);
        expect(largest(straight.inputs, turned.inputs)).toBeLessThan(1e-9);
        expect(largest(straight.labels, turned.labels)).toBeLessThan(1e-15);
      }),
    );
  });

  test('is plain training at alpha = 0: the first example, its one-hot label, exactly', () => {
    fc.assert(
      fc.property(mixing, ({ examples, pairs }) => {
        const random = createRandom('alpha 0');
        const { inputs, labels } = mixPairs(
          examples,
          pairs.map(([i, j]) => [i, j, sampleBeta(0, random)]),
        );
        pairs.forEach(([i], n) => {
          const { width, classes } = examples;
          expect(
            largest(inputs.subarray(n * width, (n + 1) * width), examples.inputs.subarray(i * width, (i + 1) * width)),
          ).toBe(0);
          const oneHot = Array.from({ length: classes }, (_, k) => (k === examples.labels[i] ? 1 : 0));
          expect(Array.from(labels.subarray(n * classes, (n + 1) * classes))).toEqual(oneHot);
        });
      }),
    );
  });

  test('does not move an example mixed with itself', () => {
    fc.assert(
      fc.property(mixing, ({ examples, pairs }) => {
        const self = mixPairs(
          examples,
          pairs.map(([i, , lambda]) => [i, i, lambda]),
        );
        const plain = mixPairs(
          examples,
          pairs.map(([i]) => [i, i, 1]),
        );
        expect(largest(self.inputs, plain.inputs)).toBeLessThan(1e-9);
        expect(largest(self.labels, plain.labels)).toBeLessThan(1e-15);
      }),
    );
  });

  test('mixes losses as it mixes labels: cross-entropy is linear in the label', () => {
    const network = { sizes: [2, 6, 3], activation: 'tanh' } as const;
    const random = createRandom('linear');
    const parameters = Float64Array.from({ length: 2 * 6 + 6 + 6 * 3 + 3 }, () => 2 * random() - 1);
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 0, max: 1 }), fc.nat(2), fc.nat(2), (lambda, a, b) => {
        const examples = {
          inputs: Float32Array.of(0.3, -1, 2, 0.5),
          labels: Uint8Array.of(a, b),
          classes: 3,
          width: 2,
        };
        const mixed = mixBatch(examples, [0], [1], [lambda]);
        const lossFor = (label: number): number =>
          lossAndGradient(network, parameters, {
            ...mixed,
            labels: Float64Array.from({ length: 3 }, (_, k) => (k === label ? 1 : 0)),
          }).loss;
        const { loss } = lossAndGradient(network, parameters, mixed);
        expect(loss).toBeCloseTo(lambda * lossFor(a) + (1 - lambda) * lossFor(b), 12);
      }),
    );
  });

  test('refuses rows, weights and smoothing out of range', () => {
    const examples = { inputs: new Float32Array(4), labels: Uint8Array.of(0, 1), classes: 2, width: 2 };
    expect(() => mixBatch(examples, [2], [0], [1])).toThrow(
      'first: expected whole numbers from 0 to 1, got 2 at index 0.',
    );
    expect(() => mixBatch(examples, [0], [0, 1], [1])).toThrow(
      'second: expected 1 rows, as many as `first` has, got 2.',
    );
    expect(() => mixBatch(examples, [0], [1], [1.1])).toThrow(
      'lambdas: expected numbers from 0 to 1, got 1.1 at index 0.',
    );
    expect(() => mixBatch(examples, [0], [1], [Number.NaN])).toThrow('lambdas');
    expect(() => mixBatch(examples, [0], [1], [1], 2)).toThrow('labelSmoothing');
  });
});
