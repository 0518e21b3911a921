import { describe, expect, test } from 'vitest';
import { ermPolicy, expectPolicy, mixupPolicy, type Policy } from '../../../../src/core/training/policy.ts';

describe('policies', () => {
  test('plain training mixes nothing; mixup differs from it in alpha alone', () => {
    expect(ermPolicy).toMatchObject({ alpha: 0, labelSmoothing: 0, inputNoise: 0, dropout: 0, layer: 0 });
    expect(mixupPolicy(0.4)).toEqual({ ...ermPolicy, alpha: 0.4 });
    expect(mixupPolicy(8, { dropout: 0.3 })).toEqual({ ...ermPolicy, alpha: 8, dropout: 0.3 });
  });

  test.each([0, 0.001, 0.2, 1, 1000])('may have strength %d', (alpha) => {
    expect(expectPolicy(mixupPolicy(alpha), 2, 64).alpha).toBe(alpha);
  });

  test.each<[Partial<Record<keyof Policy, unknown>>, string]>([
    [{ alpha: -1 }, 'policy.alpha: expected a finite number from 0 to 1000, got -1.'],
    [{ alpha: 0.0005 }, 'policy.alpha (when not 0): expected a finite number from 0.001 to 1000, got 0.0005.'],
    [{ alpha: Number.NaN }, 'policy.alpha: expected a finite number from 0 to 1000, got NaN.'],
    [{ lambdaPer: 'epoch' }, 'policy.lambdaPer: expected one of "batch", "example", got "epoch".'],
    [{ mixInputs: 1 }, 'policy.mixInputs: expected one of true, false, got 1.'],
    [{ mixLabels: undefined }, 'policy.mixLabels: expected one of true, false, got undefined.'],
    [{ layer: 3 }, 'policy.layer: expected a whole number from 0 to 2, got 3.'],
    [{ partnerClass: 'other' }, 'policy.partnerClass'],
    [{ partnerChoice: 'far' }, 'policy.partnerChoice'],
    [{ nearest: 0 }, 'policy.nearest: expected a whole number from 1 to 1000, got 0.'],
    [{ partnerPool: 'all' }, 'policy.partnerPool'],
    [{ labelSmoothing: 1 }, 'policy.labelSmoothing: expected a finite number from 0 to 0.99, got 1.'],
    [{ inputNoise: -0.1 }, 'policy.inputNoise: expected a finite number from 0 to 10, got -0.1.'],
    [{ heavier: 'both' }, 'policy.heavier: expected one of "either", "first", got "both".'],
    [{ dropout: 1 }, 'policy.dropout: expected a finite number from 0 to 0.95, got 1.'],
    [
      { mask: { kind: 'hole', width: 8, height: 8 } },
      'policy.mask.kind: expected one of "patch", "pixels", got "hole".',
    ],
    [
      { mask: { kind: 'patch', width: 8, height: 7 } },
      'policy.mask.width times height (one pixel for each input): expected a whole number from 64 to 64, got 56.',
    ],
    [
      { mask: { kind: 'patch', width: 8, height: 8 }, layer: 1 },
      'policy.layer (of one that cuts pictures): expected a whole number from 0 to 0, got 1.',
    ],
    [{ mixesFrom: -1 }, 'policy.mixesFrom: expected a whole number from 0 to 4294967295, got -1.'],
    [{ mixesShare: 0 }, 'policy.mixesShare: expected a finite number from 0.001 to 1, got 0.'],
    [{ mixesFrom: 10, mixesUntil: 9 }, 'policy.mixesUntil: expected a whole number from 10 to 4294967295, got 9.'],
  ])('with %j are refused', (changes, message) => {
    expect(() => expectPolicy({ ...ermPolicy, ...changes } as Policy, 2, 64)).toThrow(message);
  });
});
