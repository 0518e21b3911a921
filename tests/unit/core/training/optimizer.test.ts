import { describe, expect, test } from 'vitest';
import {
  adam,
  biasCorrections,
  expectOptimizer,
  sgd,
  type Optimizer,
} from '../../../../src/core/training/optimizer.ts';

describe('optimizers', () => {
  test('have the usual constants', () => {
    expect(adam(0.003)).toEqual({
      kind: 'adam',
      learningRate: 0.003,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      weightDecay: 0,
    });
    expect(sgd(0.1, 0.9, 1e-4)).toEqual({ kind: 'sgd', learningRate: 0.1, momentum: 0.9, weightDecay: 1e-4 });
  });

  test('Adam’s corrections undo the bias of moments that start at zero', () => {
    const optimizer = adam(0.1);
    let first = 0;
    let second = 0;
    for (let step = 1; step <= 50; step += 1) {
      first = optimizer.beta1 * first + (1 - optimizer.beta1) * 3;
      second = optimizer.beta2 * second + (1 - optimizer.beta2) * 9;
      const [ofFirst, ofSecond] = biasCorrections(optimizer, step);
      expect(first * ofFirst).toBeCloseTo(3, 10);
      expect(second * ofSecond).toBeCloseTo(9, 10);
    }
  });

  test.each<[Optimizer, string]>([
    [adam(-1), 'optimizer.learningRate: expected a finite number from 0 to 100, got -1.'],
    [adam(Number.NaN), 'optimizer.learningRate'],
    [adam(0.1, 2), 'optimizer.weightDecay: expected a finite number from 0 to 1, got 2.'],
    [{ ...adam(0.1), beta1: 1 }, 'optimizer.beta1'],
    [{ ...adam(0.1), beta2: 1 }, 'optimizer.beta2'],
    [{ ...adam(0.1), epsilon: 0 }, 'optimizer.epsilon'],
    [sgd(0.1, 1), 'optimizer.momentum'],
    [
      { ...sgd(0.1), kind: 'rmsprop' } as unknown as Optimizer,
      'optimizer.kind: expected one of "adam", "sgd", got "rmsprop".',
    ],
  ])('with impossible numbers are refused (case %#)', (optimizer, message) => {
    expect(() => expectOptimizer(optimizer)).toThrow(message);
  });
});
