import { describe, expect, test } from 'vitest';
import { initialParameters, type Network } from '../../../../src/core/training/network.ts';
import { createRandom, randomNormal } from '../../../../src/core/random/random.ts';
import { lossAndGradient, type Batch } from '../../../../src/core/training/reference.ts';
import fixture from '../../../fixtures/network.json' with { type: 'json' };
import { expectSome } from '../../../expect-some.ts';

const flat = (rows: readonly (readonly number[])[]): number[] => rows.flat();

/** The largest difference, relative to the largest expected value. */
function worst(values: ArrayLike<number>, expected: readonly number[]): number {
  expect(values.length).toBe(expected.length);
  const scale = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, k) => Math.abs((values[k] as number) - value))) / scale;
}

function randomCase(network: Network, count: number): { parameters: Float64Array; batch: Batch } {
  const random = createRandom('reference test', ...network.sizes);
  const classes = network.sizes.at(-1) as number;
  const labels = Float64Array.from({ length: count * classes }, random);
  for (let n = 0; n < count; n += 1) {
    const row = labels.subarray(n * classes, (n + 1) * classes);
    const sum = row.reduce((a, b) => a + b, 0);
    row.forEach((value, k) => (row[k] = value / sum));
  }
  const inputs = Float64Array.from({ length: count * (network.sizes[0] as number) }, () => randomNormal(random));
  const parameters = initialParameters(network, 3).map((value) => value + 0.1 * randomNormal(random));
  return { parameters, batch: { inputs, labels, count } };
}

describe('loss and gradients', () => {
  test.each(expectSome(fixture.cases, 'cases'))('agree with NumPy for sizes $sizes, $activation', (known) => {
    const network = { sizes: known.sizes, activation: known.activation } as Network;
    const parameters = Float64Array.from(
      known.weights.flatMap((weights, l) => [...flat(weights), ...(known.biases[l] ?? [])]),
    );
    const batch = {
      inputs: Float64Array.from(flat(known.mixed_inputs)),
      labels: Float64Array.from(flat(known.mixed_labels)),
      count: known.mixed_inputs.length,
      lambda: known.lambda,
    };
    const { loss, gradient, inputGradient } = lossAndGradient(network, parameters, batch);
    expect(Math.abs(loss / known.loss_mean_cross_entropy_nats - 1)).toBeLessThan(1e-12);
    const expected = known.grad_weights.flatMap((weights, l) => [...flat(weights), ...(known.grad_biases[l] ?? [])]);
    expect(worst(gradient, expected)).toBeLessThan(1e-12);
    expect(worst(inputGradient, flat(known.grad_inputs_of_mean_loss))).toBeLessThan(1e-12);
  });

  test.each<Network>([
    { sizes: [3, 4], activation: 'relu' },
    { sizes: [5, 7, 2], activation: 'tanh' },
    { sizes: [2, 6, 5, 4, 3, 10], activation: 'tanh' },
    { sizes: [4, 9, 8, 3], activation: 'relu' },
  ])('agree with central differences for sizes $sizes, $activation', (network) => {
    const { parameters, batch } = randomCase(network, 6);
    const { gradient, inputGradient } = lossAndGradient(network, parameters, batch);
    const step = 1e-5;
    const difference = (at: Float64Array, k: number, lossAt: (moved: Float64Array) => number): number => {
      const moved = (by: number): Float64Array => at.map((value, other) => (other === k ? value + by : value));
      return (lossAt(moved(step)) - lossAt(moved(-step))) / (2 * step);
    };
    const forParameters = Array.from(parameters, (_, k) =>
      difference(parameters, k, (moved) => lossAndGradient(network, moved, batch).loss),
    );
    const forInputs = Array.from(batch.inputs, (_, k) =>
      difference(batch.inputs, k, (moved) => lossAndGradient(network, parameters, { ...batch, inputs: moved }).loss),
    );
    expect(worst(gradient, forParameters)).toBeLessThan(1e-8);
    expect(worst(inputGradient, forInputs)).toBeLessThan(1e-8);
  });

  test('of a batch are the means of those of its examples', () => {
    const network: Network = { sizes: [3, 5, 4], activation: 'tanh' };
    const { parameters, batch } = randomCase(network, 4);
    const whole = lossAndGradient(network, parameters, batch);
    const parts = [0, 1, 2, 3].map((n) =>
      lossAndGradient(network, parameters, {
        inputs: batch.inputs.slice(3 * n, 3 * n + 3),
        labels: batch.labels.slice(4 * n, 4 * n + 4),
        count: 1,
      }),
    );
    expect(whole.loss).toBeCloseTo(parts.reduce((sum, part) => sum + part.loss, 0) / 4, 12);
    const mean = Array.from(
      whole.gradient,
      (_, k) => parts.reduce((sum, part) => sum + (part.gradient[k] as number), 0) / 4,
    );
    expect(worst(whole.gradient, mean)).toBeLessThan(1e-12);
    expect(
      worst(
        whole.inputGradient,
        parts.flatMap((part) => Array.from(part.inputGradient, (g) => g / 4)),
      ),
    ).toBeLessThan(1e-12);
  });

  test('stay finite for logits far beyond the range of exponentials', () => {
    const network: Network = { sizes: [1, 2], activation: 'relu' };
    const { loss, gradient } = lossAndGradient(network, Float64Array.of(5000, -5000, 0, 0), {
      inputs: Float64Array.of(1),
      labels: Float64Array.of(0, 1),
      count: 1,
    });
    expect(loss).toBe(10_000);
    expect(Array.from(gradient)).toEqual([1, -1, 1, -1]);
  });

  test('refuse wrong shapes and values, and say which', () => {
    const network: Network = { sizes: [2, 3, 2], activation: 'relu' };
    const { parameters, batch } = randomCase(network, 2);
    const withBatch = (changes: Partial<Batch>) => () => lossAndGradient(network, parameters, { ...batch, ...changes });
    expect(() => lossAndGradient(network, parameters.slice(1), batch)).toThrow(
      'parameters: expected 17 numbers for sizes 2-3-2, got 16.',
    );
    expect(() => lossAndGradient({ ...network, activation: 'gelu' as 'relu' }, parameters, batch)).toThrow(
      'network.activation: expected one of "relu", "tanh", got "gelu".',
    );
    expect(() => lossAndGradient({ ...network, sizes: [2] }, parameters, batch)).toThrow('network.sizes.length');
    expect(withBatch({ count: 0 })).toThrow('batch.count: expected a whole number of at least 1, got 0.');
    expect(withBatch({ inputs: new Float64Array(3) })).toThrow('batch.inputs: expected 4 numbers, 2 x 2, got 3.');
    expect(withBatch({ labels: Float64Array.of(1, 0, Number.NaN, 1) })).toThrow(
      'batch.labels: expected finite numbers, got NaN at index 2.',
    );
  });
});
