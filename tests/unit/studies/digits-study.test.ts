import { beforeAll, describe, expect, test } from 'vitest';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import type { DataSet } from '../../../src/core/data/data-set.ts';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import type { TrainingEnsemble } from '../../../src/engine/engine.ts';
import { createBreathe } from '../../../src/engine/run/page-turns.ts';
import { digitsStudy } from '../../../src/studies/digits-study.ts';
import type { StudyPart } from '../../../src/studies/study.ts';
import { expectSome } from '../../expect-some.ts';

let digits: DataSet;
beforeAll(async () => {
  digits = await readDigits();
});

const partsOf = (...seeds: number[]): readonly StudyPart<string>[] =>
  digitsStudy(digits, {
    conditions: [
      { name: 'erm', policy: ermPolicy, redrawn: 0.5 },
      { name: 'mixup', policy: mixupPolicy(1), redrawn: 0.5 },
      { name: 'small', policy: ermPolicy, hidden: 8 },
    ],
  }).parts(seeds);

/** An ensemble whose every member says of each digit what `says` says, with certainty. */
function certain(members: number, says: (row: number) => number): TrainingEnsemble {
  const logs = new Float32Array(members * digits.labels.length * 10).fill(-50);
  for (let m = 0; m < members; m += 1)
    digits.labels.forEach((_, row) => (logs[(m * digits.labels.length + row) * 10 + says(row)] = 0));
  return { evaluate: () => Promise.resolve(logs) } as unknown as TrainingEnsemble;
}

describe('a study on digits', () => {
  test('trains each architecture apart, seed by seed', () => {
    const [wide, small] = partsOf(1, 2);
    expect(wide?.trials.map(({ condition, seed }) => `${condition.name} ${seed}`)).toEqual([
      'erm 1',
      'mixup 1',
      'erm 2',
      'mixup 2',
    ]);
    expect(wide?.ensemble.network.sizes).toEqual([64, 64, 64, 10]);
    expect(small?.ensemble.network.sizes).toEqual([64, 8, 8, 10]);
  });

  test('trains no more networks together than an ensemble holds, and keeps the conditions of a seed together', () => {
    const conditions = Array.from({ length: 2000 }, (_, n) => ({ name: String(n), policy: ermPolicy }));
    const parts = digitsStudy(digits, { conditions }).parts([1, 2, 3, 4, 5]);
    expect(parts.map(({ trials }) => [...new Set(trials.map(({ seed }) => seed))])).toEqual([[1, 2], [3, 4], [5]]);
    expect(parts.map(({ ensemble }) => ensemble.members.length)).toEqual([4000, 4000, 2000]);
  });

  test('gives all conditions of a seed the same rows and labels, and seeds their own', () => {
    const [a, b, c] = partsOf(1, 2)[0]?.ensemble.members ?? [];
    expect(a?.rows).toBe(b?.rows);
    expect(a?.labels).toBe(b?.labels);
    expect(a?.rows).not.toEqual(c?.rows);
    expect(a?.rows).toHaveLength(1000);
  });

  test('draws half of the training labels anew: about nine tenths of these are wrong, and no test label is', () => {
    const [member] = partsOf(1)[0]?.ensemble.members ?? [];
    const rows = new Set(member?.rows);
    const wrong = Array.from(digits.labels.keys()).filter((row) => member?.labels[row] !== digits.labels[row]);
    expect(expectSome(wrong, 'wrong labels').every((row) => rows.has(row))).toBe(true);
    // 500 draws, each wrong with probability 0.9: a standard deviation is 6.7.
    expect(Math.abs(wrong.length - 450)).toBeLessThan(30);
  });

  test('a network that knows every digit errs on nothing but the wrong labels', async () => {
    const [part] = partsOf(1);
    const [erm] =
      (await part?.measure(
        certain(2, (row) => digits.labels[row] as number),
        createBreathe(),
      )) ?? [];
    expect(erm).toMatchObject({ testError: 0, errorOnReal: 0, errorOnCorrupted: 1 });
    expect(erm?.['trainingError']).toBeCloseTo(0.45, 1);
  });

  test('a network that has learned the labels by heart errs on no training row', async () => {
    const [part] = partsOf(1);
    const labels = part?.ensemble.members[0]?.labels ?? [];
    const [erm] =
      (await part?.measure(
        certain(2, (row) => labels[row] as number),
        createBreathe(),
      )) ?? [];
    expect(erm).toMatchObject({ trainingError: 0, errorOnReal: 0, errorOnCorrupted: 0, testError: 0 });
  });

  test('a network without numbers has none', async () => {
    const [part] = partsOf(1);
    const nothing = { evaluate: () => Promise.resolve(new Float32Array(2 * 1797 * 10).fill(NaN)) };
    const [erm] = (await part?.measure(nothing as unknown as TrainingEnsemble, createBreathe())) ?? [];
    expect(expectSome(Object.values(erm ?? {}), 'measures').every(Number.isNaN)).toBe(true);
  });
});
