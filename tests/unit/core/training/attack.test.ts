import { describe, expect, test } from 'vitest';
import { attack, type InputGradient } from '../../../../src/core/training/attack.ts';
import { initialParameters, type Network } from '../../../../src/core/training/network.ts';
import { createRandom } from '../../../../src/core/random/random.ts';
import { lossAndGradient } from '../../../../src/core/training/reference.ts';

const network: Network = { sizes: [6, 12, 3], activation: 'tanh' };
const count = 20;
const random = createRandom('attack test');
const points = Float32Array.from({ length: count * 6 }, random);
const labels = Float32Array.from({ length: count * 3 }, (_, k) => (k % 3 === Math.floor(k / 3) % 3 ? 1 : 0));

const lossUnder = (seed: number, at: Float32Array): number =>
  lossAndGradient(network, initialParameters(network, seed), {
    inputs: Float64Array.from(at),
    labels: Float64Array.from(labels),
    count,
  }).loss;

const gradientUnder =
  (seed: number): InputGradient =>
  (at, of) => {
    const batch = { inputs: Float64Array.from(at), labels: Float64Array.from(of), count };
    return Promise.resolve(
      Float32Array.from(lossAndGradient(network, initialParameters(network, seed), batch).inputGradient),
    );
  };

const everywhere = [-10, 10] as const;
const largestMove = (moved: Float32Array): number =>
  moved.reduce((most, value, k) => Math.max(most, Math.abs(value - (points[k] as number))), 0);

describe('FGSM', () => {
  test('moves every input by epsilon along the sign of its gradient', async () => {
    const gradient = await gradientUnder(1)(points, labels);
    const moved = await attack(points, labels, gradientUnder(1), { epsilon: 0.1, steps: 1, range: everywhere });
    moved.forEach((value, k) =>
      expect(value - (points[k] as number)).toBeCloseTo(0.1 * Math.sign(gradient[k] as number), 6),
    );
  });

  test('leaves inputs without gradient where they are', async () => {
    const flat: InputGradient = (at) => Promise.resolve(new Float32Array(at.length));
    expect(await attack(points, labels, flat, { epsilon: 0.1, steps: 1, range: everywhere })).toEqual(points);
  });

  test('raises the loss, of the attacked model most', async () => {
    const white = await attack(points, labels, gradientUnder(1), { epsilon: 0.1, steps: 1, range: everywhere });
    const black = await attack(points, labels, gradientUnder(2), { epsilon: 0.1, steps: 1, range: everywhere });
    expect(lossUnder(1, white)).toBeGreaterThan(lossUnder(1, points) + 0.05);
    expect(lossUnder(1, white)).toBeGreaterThan(lossUnder(1, black));
  });
});

describe('I-FGSM', () => {
  test('takes equal steps, asks for the gradient anew at each, and stays within epsilon', async () => {
    const asked: Float32Array[] = [];
    const watched: InputGradient = (at, of) => {
      asked.push(at);
      return gradientUnder(1)(at, of);
    };
    const moved = await attack(points, labels, watched, { epsilon: 0.2, steps: 10, range: everywhere });
    expect(asked).toHaveLength(10);
    asked.forEach((at, step) => expect(largestMove(at)).toBeCloseTo(0.02 * step, 5));
    expect(largestMove(moved)).toBeLessThanOrEqual(0.2 + 1e-6);
    const single = await attack(points, labels, gradientUnder(1), { epsilon: 0.2, steps: 1, range: everywhere });
    expect(lossUnder(1, moved)).toBeGreaterThanOrEqual(lossUnder(1, single));
  });

  test('keeps inputs within their range at every step', async () => {
    const push: InputGradient = (at) => Promise.resolve(at.map((_, k) => (k % 2 === 0 ? 1 : -1)));
    const moved = await attack(points, labels, push, { epsilon: 3, steps: 5, range: [0, 1] });
    moved.forEach((value, k) => expect(value).toBe(k % 2 === 0 ? 1 : 0));
  });
});

describe('an attack', () => {
  test('does nothing at epsilon 0 and never changes the points it was given', async () => {
    const before = points.slice();
    expect(await attack(points, labels, gradientUnder(1), { epsilon: 0, steps: 3, range: [0, 1] })).toEqual(points);
    await attack(points, labels, gradientUnder(1), { epsilon: 0.5, steps: 3, range: [0, 1] });
    expect(points).toEqual(before);
  });

  test.each([
    [{ epsilon: -1 }, 'epsilon: expected a finite number of at least 0, got -1.'],
    [{ steps: 0 }, 'steps: expected a whole number from 1 to 1000, got 0.'],
    [{ range: [1, 0] as const }, 'range[1]: expected a finite number of at least 1, got 0.'],
    [{ range: [0.5, 1] as const }, 'points: expected numbers from 0.5 to 1'],
  ])('refuses %j', async (changes, message) => {
    const strength = { epsilon: 0.1, steps: 1, range: [0, 1] as const, ...changes };
    await expect(attack(points, labels, gradientUnder(1), strength)).rejects.toThrow(message);
  });

  test('refuses gradients of the wrong shape or not finite', async () => {
    const strength = { epsilon: 0.1, steps: 1, range: [0, 1] as const };
    const short: InputGradient = () => Promise.resolve(new Float32Array(3));
    await expect(attack(points, labels, short, strength)).rejects.toThrow('gradient(...): expected 120 numbers');
    const broken: InputGradient = (at) => Promise.resolve(at.map(() => Number.NaN));
    await expect(attack(points, labels, broken, strength)).rejects.toThrow('gradient(...): expected finite numbers');
  });
});
