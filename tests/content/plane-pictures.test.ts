import { describe, expect, test } from 'vitest';
import { planeSets } from '../../src/core/data/plane-sets.ts';
import { bakedFile, baked } from '../../src/islands/kit/baked/baked-results.ts';
import { unpackShares } from '../../src/studies/pack-shares.ts';
import { nearestSeed, pictureGrid, trainingSetOf, wrongBlendShare, type PlanePicture } from '../../src/studies/plane-pictures.ts';
import type { ConditionSummary } from '../../src/studies/summarize-study.ts';
import { planeProblems, planeTestSet, type PlaneMeasure, type PlaneProblemName } from '../../src/studies/wins-and-losses.ts';
import { expectSome } from '../expect-some.ts';

/** The pictures of five problems in the plane, as they were computed in advance. */

const planes = bakedFile('wins-and-losses-planes')['planes'] as Readonly<Record<PlaneProblemName, PlanePicture>>;
const problems = Object.keys(planeProblems) as PlaneProblemName[];

describe.each(problems)('of %s', (problem) => {
  const { seed, surfaces, crossings } = planes[problem];
  const { least, greatest, cells } = pictureGrid;

  test('the planes are those of the networks whose errors stand beside them', () => {
    const { inputs, labels } = planeTestSet(planeProblems[problem], seed);
    const cellOf = (value: number): number => Math.min(cells - 1, Math.max(0, Math.floor((cells * (value - least)) / (greatest - least))));
    (['erm', 'mixup'] as const).forEach((method, m) => {
      const shares = unpackShares(surfaces[m] as string);
      expect(shares).toHaveLength(cells ** 2);
      const wrong = Array.from(labels).filter((label, row) => {
        const cell = cells * cellOf(inputs[2 * row + 1] as number) + cellOf(inputs[2 * row] as number);
        return Number((shares[cell] as number) > 0.5) !== label;
      }).length;
      const { values } = baked('wins-and-losses', `${problem} ${method}.testError.last`) as unknown as { values: number[] };
      // A cell is a fourteenth of the plane's unit wide: some points beside a boundary fall into the wrong one.
      expect(Math.abs(wrong / labels.length - (values[seed - 1] as number))).toBeLessThan(0.035);
    });
  });

  test('what is drawn red lies among examples of another class than its blend asks for', () => {
    const { data, noise } = planeProblems[problem];
    const { inputs, labels } = planeSets[data](20_000, noise, 4321);
    const stretches = crossings.flatMap(({ from, to, labels: ends, wrong }) =>
      wrong.map(([start, end]) => {
        const share = (start + end) / 2;
        return { x: from[0] + share * (to[0] - from[0]), y: from[1] + share * (to[1] - from[1]), asked: ends[share > 0.5 ? 1 : 0], share };
      }),
    );
    for (const { x, y, asked, share } of expectSome(stretches, 'red stretches')) {
      // A stretch that reaches over the middle asks for either class.
      if (Math.abs(share - 0.5) < 0.02) continue;
      const near = Array.from(labels).filter((_, row) => Math.hypot((inputs[2 * row] as number) - x, (inputs[2 * row + 1] as number) - y) < 0.12);
      expect(near.length).toBeGreaterThan(0);
      expect(near.filter((label) => label !== asked).length).toBeGreaterThan(near.length / 2);
    }
  });

  test('the pairs are training examples with right labels', () => {
    const { inputs, labels, flipped } = trainingSetOf(problem, seed);
    for (const { from, to, labels: ends } of expectSome(crossings, 'crossings'))
      [from, to].forEach(([x, y], k) => {
        const row = Array.from(labels).findIndex((_, n) => Math.hypot((inputs[2 * n] as number) - x, (inputs[2 * n + 1] as number) - y) < 0.0015);
        expect([labels[row], flipped[row]]).toEqual([ends[k], 0]);
      });
  });
});

test('the seed shown is the one nearest to both means, in units of their spread', () => {
  const of = (condition: string, values: readonly number[]): ConditionSummary<PlaneMeasure> => {
    const last = { values, mean: values.reduce((sum, value) => sum + value, 0) / values.length, halfWidth: 0, count: values.length };
    const measure = { last, least: last, curve: [] };
    return { condition, seeds: values.length, diverged: 0, measures: { testError: measure, testLoss: measure } };
  };
  // Means 0.2 and 0.05: the third seed is nearest in ERM, the second in both together.
  const summaries = [of('blobs erm', [0.1, 0.22, 0.2, 0.28]), of('blobs mixup', [0.01, 0.05, 0.1, 0.04])];
  expect(nearestSeed(summaries, 'blobs', [11, 12, 13, 14])).toBe(12);
});

test('counted again on one seed, spirals ask for the wrong class more often than rings', () => {
  const [rings, spirals] = (['paper', 'spirals'] as const).map((problem) => wrongBlendShare(problem, [3]).mean);
  expect(rings).toBeGreaterThan(0);
  expect(spirals).toBeGreaterThan(1.5 * (rings as number));
});
