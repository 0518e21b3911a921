import { expect, test } from 'vitest';
import { densityPaths, densitySteps } from '../../../../src/figures/plane/density-paths.ts';
import { expectSome } from '../../../expect-some.ts';

const cells = (counts: number[], labelSums: number[], columns: number) => ({
  counts,
  labelSums,
  columns,
  rows: counts.length / columns,
});

test('cells of one color and strength side by side are one run; empty cells are blank; row 0 is at the bottom', () => {
  const paths = densityPaths(cells([2, 2, 0, 0, 0, 4], [0, 0, 0, 0, 0, 4], 3), 8);
  expect(paths.map(({ color, path }) => [color, path])).toEqual([
    ['var(--class-a)', 'M0 1h2v1h-2z'],
    ['var(--class-b)', 'M2 0h1v1h-1z'],
  ]);
});

test('the strength is that of the highest step that the density reaches, as a multiple of even spreading', () => {
  // Ten cells, a thousand points: even spreading gives 100 to a cell.
  const strengthOf = (count: number) =>
    densityPaths(cells([count, ...Array<number>(9).fill(0)], Array<number>(10).fill(0), 10), 1000)[0]?.strength;
  for (const [i, { least, strength }] of expectSome(densitySteps, 'steps').entries()) {
    if (least > 10) continue;
    expect(strengthOf(Math.max(1, 100 * least))).toBe(strength);
    if (i > 0) expect(strengthOf(100 * least - 1)).toBe(densitySteps[i - 1]?.strength);
  }
});

test('steps grow from faint to full', () => {
  expect(densitySteps.map(({ strength }) => strength)).toEqual(
    [...densitySteps].map(({ strength }) => strength).sort((a, b) => a - b),
  );
  expect(densitySteps.at(-1)?.strength).toBe(1);
  expect(densitySteps[0]?.strength).toBeGreaterThan(0.1);
});

test('the color is the mean label, to the nearest tenth', () => {
  const colorOf = (share: number) => densityPaths(cells([100], [100 * share], 1), 100)[0]?.color;
  expect(colorOf(0.04)).toBe('var(--class-a)');
  expect(colorOf(0.26)).toBe('color-mix(in oklab,var(--class-b) 30%,var(--class-a))');
  expect(colorOf(0.97)).toBe('var(--class-b)');
  // Sums of float32 may pass the count by a rounding error.
  expect(colorOf(1.0000001)).toBe('var(--class-b)');
});

test('nothing counted is nothing drawn', () => {
  expect(densityPaths(cells([0, 0], [0, 0], 2), 0)).toEqual([]);
});

test('as many counts as cells are expected', () => {
  expect(() => densityPaths({ counts: [1], labelSums: [0, 0], columns: 2, rows: 1 }, 1)).toThrow(/^counts: expected 2/);
});
