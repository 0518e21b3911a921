import { describe, expect, it } from 'vitest';
import { clusterSets, type ClusterSet } from '../../../../src/core/gan/clusters.ts';
import { createGameDraws } from '../../../../src/core/gan/game-draws.ts';
import { measureGame } from '../../../../src/core/gan/game-measures.ts';
import { gameStart } from '../../../../src/core/gan/game-start.ts';
import {
  expectGame,
  gameLimits,
  gameNetworks,
  plainRules,
  type Game,
  type GameRules,
} from '../../../../src/core/gan/game.ts';

const game: Game = { rules: { ...plainRules, alpha: 0.2, labelNoise: 0.05 }, seed: 5 };
const columns = (count: number) => ({ x: new Float32Array(count), y: new Float32Array(count) });
const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: ArrayLike<number>): number => {
  const middle = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - middle) ** 2)));
};

describe('the real points of a game', () => {
  it('lie on a ring of eight with radius 2, neighbors 4 sin(π/8) apart, or on a grid of 25 one apart', () => {
    const { ring, grid } = clusterSets;
    expect(ring.gap).toBeCloseTo(4 * Math.sin(Math.PI / 8), 12);
    const distance = (set: ClusterSet, i: number, j: number): number => {
      const [a, b] = [clusterSets[set].centers[i], clusterSets[set].centers[j]];
      return Math.hypot((a?.[0] ?? 0) - (b?.[0] ?? 0), (a?.[1] ?? 0) - (b?.[1] ?? 0));
    };
    expect(distance('ring', 2, 3)).toBeCloseTo(ring.gap, 12);
    expect(ring.centers.map(([x, y]) => Math.hypot(x, y))).toEqual(
      Array.from({ length: 8 }, () => expect.closeTo(2, 12) as number),
    );
    expect(grid.centers).toHaveLength(25);
    expect(distance('grid', 7, 8)).toBe(1);
    expect(distance('grid', 7, 12)).toBe(1);
    expect(mean(grid.centers.flat())).toBeCloseTo(0, 12);
  });

  it('come equally often from each cluster, with its deviation', () => {
    const points = columns(16_000);
    createGameDraws(game).real(3, points);
    const offsets = new Map<number, number[]>();
    points.x.forEach((x, b) => {
      const y = points.y[b] as number;
      const k = clusterSets.ring.centers.findIndex(([cx, cy]) => Math.hypot(x - cx, y - cy) < 0.5);
      const [cx, cy] = clusterSets.ring.centers[k] ?? [NaN, NaN];
      offsets.set(k, [...(offsets.get(k) ?? []), x - cx, y - cy]);
    });
    expect([...offsets.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    // Two thousand each, give or take four standard deviations.
    for (const values of offsets.values()) expect(Math.abs(values.length / 2 - 2000)).toBeLessThan(170);
    expect(deviation([...offsets.values()].flat())).toBeCloseTo(0.05, 3);
  });
});

describe('what a game draws', () => {
  it('is standard normal noise, other in each turn, and the same for all rules', () => {
    const [one, again, later] = [columns(8000), columns(8000), columns(8000)];
    createGameDraws(game).noise(4, one);
    createGameDraws({ ...game, rules: plainRules }).noise(4, again);
    createGameDraws(game).noise(5, later);
    expect(again).toEqual(one);
    expect(later).not.toEqual(one);
    expect(mean(one.x)).toBeCloseTo(0, 1);
    expect(deviation(one.y)).toBeCloseTo(1, 1);
    const product = mean(one.x.map((x, b) => x * (one.y[b] as number)));
    expect(Math.abs(product)).toBeLessThan(0.05);
  });

  it('exchanges as many labels as it should, and none in the plain game', () => {
    const flipped = (draws: ReturnType<typeof createGameDraws>): number =>
      Array.from({ length: 20_000 }, (_, n) => draws.isFlipped(n >> 7, n & 127)).filter(Boolean).length;
    expect(flipped(createGameDraws(game)) / 20_000).toBeCloseTo(0.05, 2);
    expect(flipped(createGameDraws({ ...game, rules: plainRules }))).toBe(0);
  });

  it('weighs blends by Beta(0.2, 0.2), and never gives a real point the same partner twice', () => {
    const draws = createGameDraws(game);
    const lambdas = new Float32Array(20_000);
    draws.lambdas(2, lambdas);
    expect(mean(lambdas)).toBeCloseTo(0.5, 1);
    // The variance of Beta(a, a) is 1 / (4 (2a + 1)).
    expect(deviation(lambdas) ** 2).toBeCloseTo(1 / (4 * 1.4), 2);
    const shifts = new Set(Array.from({ length: 4000 }, (_, turn) => draws.shift(turn, 64)));
    expect([Math.min(...shifts), Math.max(...shifts), shifts.size]).toEqual([1, 63, 63]);
  });
});

describe('the networks of a game', () => {
  it('have as many hidden layers of as many units as its rules say, and end in a point or a logit', () => {
    const { generator, discriminator } = gameNetworks({ ...plainRules, layers: 3, width: 512 });
    expect(generator).toEqual({ sizes: [2, 512, 512, 512, 2], activation: 'relu' });
    expect(discriminator).toEqual({ sizes: [2, 512, 512, 512, 1], activation: 'relu' });
    expect(gameNetworks(plainRules).generator.sizes).toEqual([2, 64, 64, 2]);
  });

  it('are the paper’s three layers of 512 units at most; what is wrong with others is said in a sentence', () => {
    const check = (change: Partial<GameRules>) => () => expectGame({ rules: { ...plainRules, ...change }, seed: 1 });
    expect(gameLimits).toEqual({ layers: 3, width: 512 });
    expect(check({ layers: 3, width: 512 })).not.toThrow();
    expect(check({ layers: 1, width: 2 })).not.toThrow();
    expect(check({ width: 513 })).toThrow('rules.width: expected a whole number from 2 to 512, got 513.');
    expect(check({ width: 1 })).toThrow('rules.width: expected a whole number from 2 to 512, got 1.');
    expect(check({ width: 64.5 })).toThrow('rules.width: expected a whole number from 2 to 512, got 64.5.');
    expect(check({ layers: 0 })).toThrow('rules.layers: expected a whole number from 1 to 3, got 0.');
    expect(check({ layers: 4 })).toThrow('rules.layers: expected a whole number from 1 to 3, got 4.');
  });
});

describe('the initial weights of a game', () => {
  const { discriminator: discriminatorNetwork } = gameNetworks(plainRules);

  it('are uniform within one over the root of the inputs, or He’s with biases of zero', () => {
    const uniform = gameStart(game, discriminatorNetwork, 'discriminator');
    const second = uniform.subarray(192, 192 + 65 * 64);
    expect(Math.max(...second)).toBeLessThanOrEqual(1 / 8);
    expect(deviation(second)).toBeCloseTo(1 / 8 / Math.sqrt(3), 3);
    const he = gameStart({ ...game, rules: { ...game.rules, start: 'he' } }, discriminatorNetwork, 'discriminator');
    expect(deviation(he.subarray(192, 192 + 64 * 64))).toBeCloseTo(Math.sqrt(2 / 64), 2);
    expect(he.subarray(128, 192).every((bias) => bias === 0)).toBe(true);
  });
});

describe('a generator is measured', () => {
  it('by points within a quarter of the gap, clusters with a tenth of their share, and points outside', () => {
    // 160 points: a cluster's share is 20, so that two are enough. The gap is 1.53, a quarter of it 0.38.
    const points = columns(160);
    points.x.fill(2, 0, 100);
    points.x.set([2 + 0.37, 2 + 0.39], 100);
    points.y.fill(2, 102, 104);
    points.y[104] = -2;
    points.x.fill(9, 105, 110);
    points.x[110] = NaN;
    expect(measureGame('ring', points)).toEqual({
      near: 104 / 160,
      clusters: 2,
      outside: expect.closeTo(6 / 160, 12) as number,
    });
  });

  it('and an even smear over the square of the grid has its share of near points, and finds every cluster', () => {
    const side = 200;
    const points = columns(side * side);
    points.x.forEach((_, n) => {
      points.x[n] = -2.5 + (5 * ((n % side) + 0.5)) / side;
      points.y[n] = -2.5 + (5 * (Math.floor(n / side) + 0.5)) / side;
    });
    const { near, clusters, outside } = measureGame('grid', points);
    expect(near).toBeCloseTo(Math.PI / 16, 2);
    expect([clusters, outside]).toEqual([25, 0]);
  });
});
