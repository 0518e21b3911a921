import { describe, expect, test } from 'vitest';
import {
  expectNetwork,
  expectParameters,
  initialParameters,
  layerSlices,
  parameterCount,
  type Network,
} from '../../../../src/core/training/network.ts';
import { expectSome } from '../../../expect-some.ts';

const wide: Network = { sizes: [64, 128, 96, 10], activation: 'relu' };

describe('the layout of parameters', () => {
  test('is weights row by row, then biases, layer by layer', () => {
    expect(layerSlices({ sizes: [2, 3, 4], activation: 'relu' })).toEqual([
      { inputs: 2, outputs: 3, weights: 0, biases: 6 },
      { inputs: 3, outputs: 4, weights: 9, biases: 21 },
    ]);
    expect(parameterCount({ sizes: [2, 3, 4], activation: 'relu' })).toBe(25);
    expect(parameterCount({ sizes: [2, 2], activation: 'relu' })).toBe(6);
    expect(parameterCount(wide)).toBe(64 * 128 + 128 + 128 * 96 + 96 + 96 * 10 + 10);
  });

  test('is checked by length', () => {
    expect(() => expectParameters({ sizes: [2, 2], activation: 'relu' }, new Float64Array(5))).toThrow(
      'parameters: expected 6 numbers for sizes 2-2, got 5.',
    );
  });
});

describe('initial parameters', () => {
  test.each([
    ['relu', (inputs: number) => 2 / inputs],
    ['tanh', (inputs: number, outputs: number) => 2 / (inputs + outputs)],
  ] as const)(
    'of %s networks are normal with mean 0 and the variance of their layer; biases are 0',
    (activation, variance) => {
      const network = { ...wide, activation };
      const parameters = initialParameters(network, 11);
      for (const layer of expectSome(layerSlices(network), 'layers')) {
        const weights = parameters.subarray(layer.weights, layer.biases);
        const deviation = Math.sqrt(variance(layer.inputs, layer.outputs));
        const mean = weights.reduce((sum, w) => sum + w, 0) / weights.length;
        const square = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
        expect(Math.abs(mean / deviation)).toBeLessThan(4 / Math.sqrt(weights.length));
        expect(Math.abs(square / deviation ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / weights.length));
        const beyondTwo = weights.filter((w) => Math.abs(w) > 2 * deviation).length / weights.length;
        expect(Math.abs(beyondTwo - 0.0455)).toBeLessThan(4 * Math.sqrt(0.0455 / weights.length));
        expect(parameters.subarray(layer.biases, layer.biases + layer.outputs).every((b) => b === 0)).toBe(true);
      }
    },
  );

  test('belong to the seed, and are float32 values', () => {
    const parameters = initialParameters(wide, 11);
    expect(initialParameters(wide, 11)).toEqual(parameters);
    expect(initialParameters(wide, 12)).not.toEqual(parameters);
    expect(parameters.every((w) => Math.fround(w) === w)).toBe(true);
  });
});

describe('the sizes a network may have', () => {
  test.each([[[2, 2]], [[256, 128, 128, 128, 128, 10]], [[2, 1, 2]]])('%j are accepted', (sizes) => {
    expect(() => expectNetwork({ sizes, activation: 'tanh' })).not.toThrow();
  });

  test.each([
    [[2], 'network.sizes.length (hidden layers + 2): expected a whole number from 2 to 6, got 1.'],
    [[2, 1, 1, 1, 1, 1, 2], 'network.sizes.length'],
    [[1, 2], 'network.sizes[0] (inputs): expected a whole number from 2 to 256, got 1.'],
    [[257, 2], 'network.sizes[0]'],
    [[2, 129, 2], 'network.sizes[1] (hidden units): expected a whole number from 1 to 128, got 129.'],
    [[2, 8, 0, 2], 'network.sizes[2] (hidden units)'],
    [[2, 8, 11], 'network.sizes[2] (classes): expected a whole number from 2 to 10, got 11.'],
    [[2, 8.5, 2], 'got 8.5.'],
    [[2, 8, Number.NaN], 'got NaN.'],
  ])('%j are refused', (sizes, message) => {
    expect(() => expectNetwork({ sizes, activation: 'relu' })).toThrow(message);
  });

  test('an unknown activation is refused', () => {
    expect(() => expectNetwork({ sizes: [2, 2], activation: 'swish' as 'relu' })).toThrow(
      'network.activation: expected one of "relu", "tanh", got "swish".',
    );
  });
});
