import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../../src/core/data/data-set.ts';
import { planeSets, type PlaneSetName } from '../../../../src/core/data/plane-sets.ts';
import { expectSome } from '../../../expect-some.ts';

const names = Object.keys(planeSets) as PlaneSetName[];
const { moons, blobs, rings, spirals } = planeSets;

const pointsOf = ({ inputs, labels }: DataSet, label: number): [number, number][] =>
  Array.from(labels, (_, row): [number, number] => [inputs[2 * row] as number, inputs[2 * row + 1] as number]).filter(
    (_, row) => labels[row] === label,
  );

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe.each(expectSome(names, 'sets'))('%s', (name) => {
  const make = planeSets[name];

  test('have two equal classes in alternate rows', () => {
    const set = make(101, 0.1, 4);
    expect([set.classes, set.width, set.inputs.length, set.labels.length]).toEqual([2, 2, 202, 101]);
    expect(expectSome(set.labels, 'labels').every((label, row) => label === row % 2)).toBe(true);
  });

  test('belong to their seed', () => {
    expect(make(50, 0.1, 4)).toEqual(make(50, 0.1, 4));
    expect(make(50, 0.1, 5).inputs).not.toEqual(make(50, 0.1, 4).inputs);
  });

  test('keep their first points when more are asked for', () => {
    expect(make(80, 0.2, 4).inputs.slice(0, 100)).toEqual(make(50, 0.2, 4).inputs);
  });

  test('move the same points further, in proportion, as noise grows', () => {
    const [none, some, more] = [0, 0.1, 0.3].map((noise) => make(500, noise, 4).inputs) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    expect(
      expectSome(none, 'inputs').every(
        (x, k) => Math.abs((more[k] as number) - x - 3 * ((some[k] as number) - x)) < 1e-5,
      ),
    ).toBe(true);
    const deviation = Math.sqrt(mean(Array.from(none, (x, k) => ((more[k] as number) - x) ** 2)));
    expect(deviation / 0.3).toBeGreaterThan(0.93);
    expect(deviation / 0.3).toBeLessThan(1.07);
  });

  test('are centered and lie within [-1.5, 1.5] at moderate noise', () => {
    const { inputs } = make(4000, 0.1, 9);
    for (const axis of [0, 1])
      expect(Math.abs(mean(Array.from(inputs).filter((_, k) => k % 2 === axis)))).toBeLessThan(0.06);
    const outside = inputs.filter((x) => Math.abs(x) > 1.5).length;
    expect(outside / inputs.length).toBeLessThan(0.002);
  });

  test('refuse impossible counts, noise and seeds', () => {
    expect(() => make(1, 0.1, 4)).toThrow('count: expected a whole number from 2 to 100000, got 1.');
    expect(() => make(10, -0.1, 4)).toThrow('noise: expected a finite number from 0 to 2, got -0.1.');
    expect(() => make(10, Number.NaN, 4)).toThrow('got NaN');
    expect(() => make(10, 0.1, 1.5)).toThrow('seed: expected a whole number from 0 to 4294967295, got 1.5.');
  });
});

describe('shapes', () => {
  test('moons are two half circles of one size, A open below and B open above', () => {
    const [a, b] = [0, 1].map((label) => pointsOf(moons(2000, 0, 1), label)) as [
      [number, number][],
      [number, number][],
    ];
    const offCircle = (points: [number, number][], cx: number, cy: number): number =>
      Math.max(...points.map(([x, y]) => Math.abs(Math.hypot(x - cx, y - cy) - 0.8)));
    expect(offCircle(a, -0.4, -0.2)).toBeLessThan(1e-6);
    expect(offCircle(b, 0.4, 0.2)).toBeLessThan(1e-6);
    expect(Math.min(...a.map(([, y]) => y))).toBeGreaterThanOrEqual(-0.2 - 1e-6);
    expect(Math.max(...b.map(([, y]) => y))).toBeLessThanOrEqual(0.2 + 1e-6);
  });

  test('rings have the radii of the paper’s Fig. 1b, class B inside', () => {
    const set = rings(4000, 0.09, 1);
    const radii = (label: number): number[] => pointsOf(set, label).map(([x, y]) => Math.hypot(x, y));
    const clean = rings(200, 0, 1);
    const cleanRadius = (label: number): number => mean(pointsOf(clean, label).map(([x, y]) => Math.hypot(x, y)));
    expect(cleanRadius(1) / cleanRadius(0)).toBeCloseTo(0.31, 5);
    const outer = radii(0);
    const spread = Math.sqrt(mean(outer.map((r) => (r - mean(outer)) ** 2))) / cleanRadius(0);
    expect(spread).toBeGreaterThan(0.07);
    expect(spread).toBeLessThan(0.08);
    expect(Math.max(...radii(1))).toBeLessThan(Math.min(...outer));
  });

  test('blobs are round, and the best classifier errs as often as their description says', () => {
    for (const [noise, error] of [
      [0, 0.0815],
      [0.3, 0.1448],
    ] as const) {
      const set = blobs(40_000, noise, 1);
      // Both centers are mirror images and both spreads equal, so the best rule is the sign along the line of centers.
      const wrong = ([x, y]: [number, number], label: number): boolean => 0.4 * x + 0.28 * y > 0 !== (label === 1);
      const errors = [0, 1].flatMap((label) => pointsOf(set, label).map((point) => Number(wrong(point, label))));
      expect(Math.abs(mean(errors) - error)).toBeLessThan(0.007);
    }
  });

  test('spirals are each other’s half turn and never touch', () => {
    const set = spirals(800, 0, 1);
    const [a, b] = [0, 1].map((label) => pointsOf(set, label)) as [[number, number][], [number, number][]];
    const gap = Math.min(...a.map(([x, y]) => Math.min(...b.map(([u, v]) => Math.hypot(x - u, y - v)))));
    expect(gap).toBeGreaterThan(0.15);
    // Every point of one arm, turned by half a turn, lies near a point of the other.
    const farthest = Math.max(...a.map(([x, y]) => Math.min(...b.map(([u, v]) => Math.hypot(-x - u, -y - v)))));
    expect(farthest).toBeLessThan(0.1);
  });
});
