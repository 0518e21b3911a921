import { describe, expect, test } from 'vitest';
import { straightMargins } from '../../../../src/core/statistics/margins.ts';
import { median } from '../../../../src/core/statistics/median.ts';
import { attack } from '../../../../src/core/training/attack.ts';
import { forward, logSoftmax } from '../../../../src/core/training/forward.ts';
import type { Network } from '../../../../src/core/training/network.ts';
import { lossAndGradient } from '../../../../src/core/training/reference.ts';

/** Three classes whose logits are 4 a, 2 b and 0 at a point (a, b): of log p_k only differences between classes count. */
const gradients = (count: number): number[][] =>
  [
    [-4, 0],
    [0, -2],
    [0, 0],
  ].map((one) => Array.from({ length: count }, () => one).flat());
const logs = (points: readonly (readonly [number, number])[]): number[] =>
  points.flatMap(([a, b]) => {
    const logits = [4 * a, 2 * b, 0];
    const sum = Math.log(logits.reduce((all, logit) => all + Math.exp(logit), 0));
    return logits.map((logit) => logit - sum);
  });
const at = (points: readonly (readonly [number, number])[], labels: number[]) =>
  straightMargins({
    points: points.flat(),
    labels,
    logProbabilities: logs(points),
    gradients: gradients(points.length),
    range: [0, 1],
  });

describe('margin over slope', () => {
  test('of a linear network is the lead over the class that is reached first, divided by the sum of its slopes', () => {
    // At (1/2, 1/2) the first class leads the second by 2 - 1, of which each unit of change takes 4 + 2; the third by 2, of which it takes 4.
    const { margin, slope, reach } = at([[0.5, 0.5]], [0]);
    expect(margin[0]).toBeCloseTo(1, 12);
    expect(slope[0]).toBeCloseTo(6, 12);
    expect(reach[0]).toBeCloseTo(1 / 6, 12);
  });

  test('counts the class that is reached first, even where another is nearer in probability', () => {
    // The second class is 2 behind and gains 1 for each unit of change, the third 3 behind and gains 6.
    const lead = Math.log(1 + Math.exp(-2) + Math.exp(-3));
    const { margin, slope, reach } = straightMargins({
      points: [0.5],
      labels: [0],
      logProbabilities: [0 - lead, -2 - lead, -3 - lead],
      gradients: [[0], [1], [6]],
      range: [0, 1],
    });
    expect([margin[0], slope[0], reach[0]]).toEqual([expect.closeTo(3, 12), 6, expect.closeTo(0.5, 12)]);
  });

  test('counts no input that would have to leave its range', () => {
    // b stands at its greatest value and would have to rise: what is left is a, with a lead of 3 - 2.
    expect(at([[0.75, 1]], [0]).slope[0]).toBeCloseTo(4, 12);
    expect(at([[0.75, 1]], [0]).reach[0]).toBeCloseTo(1 / 4, 12);
    // Of the second class at a = 0 and b = 1 both inputs can move: a up, b down.
    expect(at([[0, 1]], [1]).slope[0]).toBeCloseTo(6, 12);
    expect(at([[0, 0.5]], [1]).reach[0]).toBeCloseTo(1 / 6, 12);
  });

  test('is negative where the answer is wrong, and infinite, to either side, where nothing moves it', () => {
    expect(at([[0.5, 0.5]], [2]).margin[0]).toBeCloseTo(-2, 12);
    expect(at([[0.5, 0.5]], [2]).reach[0]).toBeLessThan(0);
    const flat = (label: number): number | undefined =>
      straightMargins({
        points: [0.5],
        labels: [label],
        logProbabilities: [Math.log(0.9), Math.log(0.1)],
        gradients: [[0], [0]],
        range: [0, 1],
      }).reach[0];
    expect(flat(0)).toBe(Infinity);
    // A wrong answer is within every change.
    expect(flat(1)).toBe(-Infinity);
  });

  test('is where an attack in one step turns the answer of a linear network with two classes', async () => {
    const network: Network = { sizes: [3, 2], activation: 'relu' };
    const parameters = Float64Array.from([0.7, -0.2, -1.1, 0.4, 0.3, 0.9, 0.05, -0.02]);
    const points = Float64Array.from([0.9, -0.3, -0.4]);
    const labels = Float64Array.from([1, 0]);
    const inputGradient = (of: Float64Array, where: Float64Array): Float64Array =>
      lossAndGradient(network, parameters, { inputs: where, labels: of, count: 1 }).inputGradient;
    const answers = (where: Float64Array): Float64Array =>
      logSoftmax(forward(network, parameters, where, 1).at(-1) as Float64Array, 2);
    const { reach } = straightMargins({
      points,
      labels: [0],
      logProbabilities: answers(points),
      gradients: [inputGradient(labels, points), inputGradient(Float64Array.from([0, 1]), points)],
      range: [-9, 9],
    });
    expect(reach[0]).toBeGreaterThan(0);
    const isRightAt = async (epsilon: number): Promise<boolean> => {
      const moved = await attack(
        Float32Array.from(points),
        Float32Array.from(labels),
        (where) => Promise.resolve(Float32Array.from(inputGradient(labels, Float64Array.from(where)))),
        { epsilon, steps: 1, range: [-9, 9] },
      );
      const [right = NaN, other = NaN] = answers(Float64Array.from(moved));
      return right > other;
    };
    expect(await isRightAt(0.999 * (reach[0] as number))).toBe(true);
    expect(await isRightAt(1.001 * (reach[0] as number))).toBe(false);
  });

  test('refuses points outside the range and gradients of another length', () => {
    const two = {
      points: [0.5],
      labels: [0],
      logProbabilities: [Math.log(0.9), Math.log(0.1)],
      range: [0, 1] as const,
    };
    expect(() => straightMargins({ ...two, points: [2], gradients: [[0], [0]] })).toThrow('points');
    expect(() => straightMargins({ ...two, gradients: [[0], [0, 0]] })).toThrow('gradients');
  });
});

test('the median is the middle value, and between two in the middle their mean', () => {
  expect(median([5, -1, 3])).toBe(3);
  expect(median([4, 1, 2, 10])).toBe(3);
  expect(median([1, Infinity, 2])).toBe(2);
  expect(median([1, NaN, 2])).toBeNaN();
  expect(() => median([])).toThrow('values');
});
