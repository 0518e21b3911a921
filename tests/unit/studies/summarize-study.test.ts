import { describe, expect, test } from 'vitest';
import { ermPolicy } from '../../../src/core/training/policy.ts';
import { bakeStudy, readBakedStudy } from '../../../src/studies/baked-study.ts';
import {
  modelSteps,
  namesOf,
  seedsOf,
  type Condition,
  type Study,
  type TrialResult,
} from '../../../src/studies/study.ts';
import { differenceFrom, summarizeStudy } from '../../../src/studies/summarize-study.ts';

const named = (...names: string[]): Condition[] => names.map((name) => ({ name, policy: ermPolicy }));

/** One trial whose error is measured at steps 10, 20, ... */
function trial(name: string, seed: number, ...errors: number[]): TrialResult<'error'> {
  return {
    trial: { condition: { name, policy: ermPolicy }, seed },
    curve: errors.map((error, n) => ({ step: 10 * (n + 1), measures: { error } })),
  };
}

const results = [
  trial('erm', 1, 5, 1),
  trial('erm', 2, 5, 2),
  trial('erm', 3, 2, 3),
  trial('mixup', 1, 4, 0),
  trial('mixup', 2, 4, 2),
  trial('mixup', 3, 4, 4),
];

// Student's t for 2 degrees of freedom at 97.5 %, from a table.
const t2 = 4.302653;

describe('the summary of a study', () => {
  const [erm] = summarizeStudy(['erm', 'mixup'], ['error'], results);

  test('has the mean over seeds at the last step, with its 95 % interval', () => {
    expect(erm?.measures.error.last).toMatchObject({ values: [1, 2, 3], mean: 2, count: 3 });
    expect(erm?.measures.error.last.halfWidth).toBeCloseTo(t2 / Math.sqrt(3), 5);
  });

  test('has the least value of each seed, whenever it came', () => {
    expect(erm?.measures.error.least).toMatchObject({ values: [1, 2, 2] });
  });

  test('has a curve of means', () => {
    expect(erm?.measures.error.curve.map(({ step, mean }) => [step, mean])).toEqual([
      [10, 4],
      [20, 2],
    ]);
  });

  test('counts seeds that diverged and keeps them out of the means', () => {
    const [summary] = summarizeStudy(['erm'], ['error'], [...results, trial('erm', 4, 1, NaN)]);
    expect(summary).toMatchObject({ seeds: 3, diverged: 1 });
    expect(summary?.measures.error.last.mean).toBe(2);
  });

  test('leaves out a condition that has no result yet', () => {
    expect(summarizeStudy(['erm', 'dropout'], ['error'], results).map(({ condition }) => condition)).toEqual(['erm']);
  });

  test('pairs the difference of two conditions by seed', () => {
    // mixup - erm is -1, 0, 1: mean 0, standard deviation 1.
    const difference = differenceFrom('erm', 'mixup', 'error', results);
    expect(difference?.mean).toBe(0);
    expect(difference?.halfWidth).toBeCloseTo(t2 / Math.sqrt(3), 5);
    expect(differenceFrom('erm', 'dropout', 'error', results)).toBeUndefined();
  });

  test('comes back from its file as it was, to six decimals', () => {
    const study: Study<'error'> = { conditions: named('erm', 'mixup'), steps: 20, measureEvery: 10, parts: () => [] };
    const summaries = summarizeStudy(namesOf(study.conditions), ['error'], results);
    const read = readBakedStudy(bakeStudy(study, [1, 2, 3], summaries));
    expect(read).toHaveLength(2);
    for (const [k, { condition, seeds, measures }] of read.entries()) {
      expect([condition, seeds]).toEqual([summaries[k]?.condition, 3]);
      expect(measures.error.last.values).toEqual(summaries[k]?.measures.error.last.values);
      expect(measures.error.last.halfWidth).toBeCloseTo(summaries[k]?.measures.error.last.halfWidth as number, 6);
      expect(measures.error.curve.map(({ step }) => step)).toEqual([10, 20]);
    }
  });
});

test('what was measured once, at the end, is kept once, and read as its least value and as all of its curve', () => {
  const study: Study<'error'> = { conditions: named('erm'), steps: 20, measureEvery: 20, parts: () => [] };
  const ends = results.map(({ trial, curve }) => ({ trial, curve: curve.slice(-1) }));
  const baked = bakeStudy(study, [1, 2, 3], summarizeStudy(['erm'], ['error'], ends));
  expect(Object.keys(baked.conditions[0]?.measures.error ?? {})).toEqual(['last']);
  const [read] = readBakedStudy(baked);
  expect(read?.measures.error.least.values).toEqual(read?.measures.error.last.values);
  expect(read?.measures.error.curve).toMatchObject([{ step: 20, mean: read?.measures.error.last.mean, count: 3 }]);
});

test('a study of two conditions and 20 steps takes 40 model-steps for each seed', () => {
  expect(modelSteps({ conditions: named('a', 'b'), steps: 20, measureEvery: 10, parts: () => [] }, 3)).toBe(120);
});

test('the seeds of results are named once each', () => {
  expect(seedsOf(results)).toEqual([1, 2, 3]);
});
