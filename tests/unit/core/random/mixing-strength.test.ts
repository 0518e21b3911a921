import { describe, expect, test } from 'vitest';
import facts from '../../../../content/paper/paper-facts.json' with { type: 'json' };
import { sampleBeta } from '../../../../src/core/random/beta.ts';
import { isBarelyMixed, mixingStrength } from '../../../../src/core/random/mixing-strength.ts';
import { createRandom } from '../../../../src/core/random/random.ts';
import fixture from '../../../fixtures/mixing-strength.json' with { type: 'json' };
import { expectSome } from '../../../expect-some.ts';

describe('mixingStrength', () => {
  test.each(expectSome(fixture.cases, 'cases'))('agrees with SciPy at alpha = $alpha', ({ alpha, ...expected }) => {
    const strength = mixingStrength(alpha);
    for (const [name, value] of expectSome(Object.entries(expected), 'values')) {
      expect(strength[name as keyof typeof strength], name).toBeCloseTo(value, 12);
    }
  });

  // The table was simulated with 400,000 draws (its note: about +-0.002) and then rounded, at worst to whole percents.
  test.each(expectSome(facts.beta_table.rows, 'rows'))(
    'agrees with the table of paper facts at alpha = %d',
    (alpha, ...row) => {
      const { deviation, meanWeaker, barely, evenly } = mixingStrength(alpha);
      [deviation, meanWeaker, barely, evenly].forEach((value, k) => {
        expect(Math.abs(value - (row[k] as number)), facts.beta_table.columns[k + 1]).toBeLessThan(0.007);
      });
    },
  );

  test('agrees with what is drawn', () => {
    const random = createRandom(5, 'mixing-strength');
    const weaker = Array.from({ length: 20_000 }, () => sampleBeta(0.4, random)).map((l) => Math.min(l, 1 - l));
    const { meanWeaker, barely } = mixingStrength(0.4);
    // Four standard errors of 20,000 draws.
    expect(Math.abs(weaker.reduce((sum, w) => sum + w, 0) / 20_000 - meanWeaker)).toBeLessThan(0.005);
    expect(Math.abs(weaker.filter((w) => w < 0.1).length / 20_000 - barely)).toBeLessThan(0.015);
  });

  test('tends to its limits: a coin at alpha 0.001, one half at alpha 1000', () => {
    const coin = mixingStrength(0.001);
    expect(coin.deviation).toBeCloseTo(0.5, 2);
    expect(coin.meanWeaker).toBeGreaterThanOrEqual(0);
    expect(coin.meanWeaker).toBeLessThan(0.001);
    expect(coin.barely).toBeGreaterThan(0.99);
    expect(mixingStrength(1000).meanWeaker).toBeGreaterThan(0.49);
    expect(mixingStrength(1000).evenly).toBe(1);
  });

  test('says that nothing is mixed at alpha = 0, and refuses what is no alpha', () => {
    expect(mixingStrength(0)).toEqual({ deviation: 0, meanWeaker: 0, barely: 1, evenly: 0 });
    expect(() => mixingStrength(-1)).toThrow(
      'alpha (when not 0): expected a finite number from 0.001 to 1000, got -1.',
    );
    expect(() => mixingStrength(NaN)).toThrow('got NaN');
  });
});

test('a pair is barely mixed if either example gets less than a tenth', () => {
  expect([0, 0.0999, 0.1, 0.5, 0.89, 0.9001, 1].map(isBarelyMixed)).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
    true,
  ]);
});
