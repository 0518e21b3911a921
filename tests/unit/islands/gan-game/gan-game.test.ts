import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../../../src/parameters/parameter.ts';
import type { BakedStudy } from '../../../../src/studies/baked-study.ts';
import { gameGrid } from '../../../../src/studies/game-picture.ts';
import { ganCondition, type GanMeasure } from '../../../../src/studies/gan-games.ts';
import { tableFormat } from '../../../../src/islands/kit/demo/address-format.ts';
import { knownCurve, packCurves } from '../../../../src/islands/gan-game/known-curves.ts';
import { ganGameParameters } from '../../../../src/islands/gan-game/parameters.ts';
import { pullArrows } from '../../../../src/islands/gan-game/pull-arrows.ts';
import { curvesOf, endOf, sidesOf } from '../../../../src/islands/gan-game/sides.ts';
import { expectSome } from '../../../expect-some.ts';

/** A discriminator whose logit rises to the right by `slope` for each unit of the plane, from `middle` in the middle. */
const risingRight = (slope: number, middle: number): number[] => {
  const { cells, least, greatest } = gameGrid;
  const x = (column: number): number => least + ((column + 0.5) / cells) * (greatest - least);
  return Array.from({ length: cells * cells }, (_, cell) => middle + slope * x(cell % cells));
};

/** Arrows of a path: where their tips are, seen from the middle of their feet. */
const arrowsOf = (path: string): { dx: number; dy: number }[] =>
  Array.from(path.matchAll(/M(\S+) (\S+)L(\S+) (\S+)L(\S+) (\S+)z/g), (match) => {
    const [ax = 0, ay = 0, tipX = 0, tipY = 0, bx = 0, by = 0] = match.slice(1).map(Number);
    return { dx: tipX - (ax + bx) / 2, dy: tipY - (ay + by) / 2 };
  });

describe('the arrows of a plane', () => {
  test('point up the discriminator’s slope', () => {
    for (const { dx, dy } of expectSome(arrowsOf(pullArrows(risingRight(1, 0), 'minimax')), 'arrows')) {
      expect(dx).toBeGreaterThan(0);
      expect(Math.abs(dy)).toBeLessThanOrEqual(1);
    }
    const down = risingRight(1, 0).map((_, cell) => -Math.floor(cell / gameGrid.cells));
    for (const { dy } of expectSome(arrowsOf(pullArrows(down, 'non-saturating')), 'arrows'))
      expect(dy).toBeGreaterThan(0);
  });

  test('are gone where the discriminator is sure of a fake, under minimax, and not under the usual loss', () => {
    const sure = risingRight(1, -12);
    expect(pullArrows(sure, 'minimax')).toBe('');
    expect(arrowsOf(pullArrows(sure, 'non-saturating'))).toHaveLength(81);
  });

  test('are longer where the slope is steeper, up to a length', () => {
    const longest = (slope: number): number =>
      Math.max(...arrowsOf(pullArrows(risingRight(slope, -6), 'non-saturating')).map(({ dx }) => dx));
    expect(longest(1)).toBeGreaterThan(1.8 * longest(0.5));
    expect(longest(50)).toBe(longest(20));
  });
});

test('a size of networks that nobody plays is refused in an address, with what is shown instead', () => {
  const { read } = tableFormat('gan-game', ganGameParameters);
  expect(read('?v=1&gan-game.size=3x512')).toMatchObject({ state: { size: '3x512' }, notices: [] });
  const { state, notices } = read('?v=1&gan-game.size=4x9');
  expect(state?.size).toBe('2x64');
  expect(notices).toEqual([expect.stringMatching(/^both networks = .*4x9.* is not possible; using 2x64\.$/)]);
});

describe('both sides', () => {
  const settings = defaultsOf(ganGameParameters);

  test('differ in nothing but the discriminator’s training', () => {
    const [plain, other] = sidesOf({ ...settings, method: 'slope', set: 'tight-ring', loss: 'non-saturating' });
    expect(other.rules).toEqual({ ...plain.rules, slopePenalty: 1 });
    expect([plain.rules.clusters, plain.rules.loss, plain.rules.start]).toEqual(['tight-ring', 'non-saturating', 'he']);
  });

  test('play mixup as its formula has it under minimax alone, which is how it is defined, at the strength that is set', () => {
    expect(sidesOf({ ...settings, method: 'formula', alpha: 1 })[1].rules).toMatchObject({
      alpha: 1,
      generatorSeesBlends: true,
    });
    const usual = sidesOf({ ...settings, method: 'formula', loss: 'non-saturating' })[1];
    expect(usual.method).toBe('mixup');
    expect(sidesOf({ ...settings, method: 'noise', alpha: 1 })[1].rules.alpha).toBe(0);
  });

  test('play between networks of the size that is set', () => {
    const wide = sidesOf({ ...settings, size: '2x256' });
    expect(wide.map(({ rules }) => [rules.layers, rules.width])).toEqual([
      [2, 256],
      [2, 256],
    ]);
    expect(wide.map(({ name }) => name)).toEqual(['2x256 minimax-plain', '2x256 minimax-mixup']);
    expect([endOf(wide), endOf(sidesOf({ ...settings, size: '3x512' }))]).toEqual([1500, 300]);
  });

  test('of the paper’s size are the pair of its Fig. 5, whatever else is set', () => {
    const [plain, other] = sidesOf({
      ...settings,
      size: '3x512',
      set: 'grid',
      loss: 'non-saturating',
      method: 'noise',
      alpha: 1,
    });
    expect(plain.rules).toMatchObject({ clusters: 'ring', loss: 'minimax', alpha: 0, layers: 3, width: 512 });
    expect(other.rules).toEqual({ ...plain.rules, alpha: 0.2 });
  });

  test('are summed up over the seeds that have come as far, with an interval from two on', () => {
    const at = (iteration: number, near: number) => ({ iteration, measures: { near, clusters: 8 * near, outside: 0 } });
    const [plain] = sidesOf(settings);
    const { near, clusters } = curvesOf(plain, [
      [at(0, 0), at(10, 0.1), at(50, 0.2), at(100, 0.5)],
      [at(0, 0), at(50, 0.4)],
    ]);
    // Student's t for one degree of freedom is 12.706; the spread of 0.2 and 0.4 over root two is 0.1.
    expect(near).toEqual([
      {
        x: 50,
        y: expect.closeTo(0.3, 12) as number,
        low: expect.closeTo(0.3 - 1.2706, 4) as number,
        high: expect.closeTo(0.3 + 1.2706, 4) as number,
      },
      { x: 100, y: 0.5 },
    ]);
    expect(clusters.map(({ y }) => y)).toEqual([expect.closeTo(2.4, 12), 4]);
  });
});

test('curves computed in advance are found by set and rules, and only at the strength they were computed with', () => {
  const steps = Array.from({ length: 30 }, (_, k) => 50 * (k + 1));
  const measure = (mean: number[]) => ({
    last: { values: [], mean: 0, halfWidth: 0 },
    least: { values: [], mean: 0, halfWidth: 0 },
    curve: { mean, halfWidth: mean.map(() => 0.01) },
  });
  const rising = steps.map((step) => step / 10_000);
  const measures = { near: measure(rising), clusters: measure(rising), outside: measure(rising) };
  const study: BakedStudy<GanMeasure> = {
    seeds: [1, 2],
    steps,
    conditions: [{ condition: 'minimax-mixup', diverged: 0, measures }],
  };
  const curves = packCurves('ring', study);
  const own = (alpha: number) => knownCurve(curves, ganCondition('ring', 'minimax', 'mixup', { alpha }), 'near');
  // Thirty places are more than a drawing needs: every second one is kept.
  expect(own(0.2)).toHaveLength(15);
  expect(own(0.2)[1]).toEqual({
    x: 200,
    y: 0.02,
    low: expect.closeTo(0.01, 12) as number,
    high: expect.closeTo(0.03, 12) as number,
  });
  expect(own(1)).toEqual([]);
  expect(knownCurve(curves, ganCondition('grid', 'minimax', 'mixup'), 'near')).toEqual([]);

  const short: BakedStudy<GanMeasure> = {
    seeds: [1, 2],
    steps: [25, 50],
    conditions: [
      {
        condition: '3x512 minimax-mixup',
        diverged: 0,
        measures: { near: measure([0.1, 0.2]), clusters: measure([1, 2]), outside: measure([0, 0]) },
      },
    ],
  };
  const wide = ganCondition('ring', 'minimax', 'mixup', { size: '3x512' });
  expect(knownCurve(packCurves('ring', short), wide, 'clusters').map(({ x, y }) => [x, y])).toEqual([
    [25, 1],
    [50, 2],
  ]);
  expect(knownCurve(curves, wide, 'near')).toEqual([]);
});
