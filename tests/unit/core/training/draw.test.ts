import { describe, expect, test } from 'vitest';
import { allRows, type Ensemble, type Member } from '../../../../src/core/training/ensemble.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { createPlan } from '../../../../src/core/training/create-plan.ts';
import { choiceOf, draw, placeAt, placeInBatch } from '../../../../src/core/training/draw.ts';
import { partnerPools } from '../../../../src/core/training/member-plan.ts';
import { permutationShape } from '../../../../src/core/random/permutation-shape.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../../../../src/core/training/policy.ts';
import { createRandom, randomInteger } from '../../../../src/core/random/random.ts';
import fixture from '../../../fixtures/plan.json' with { type: 'json' };
import { expectSome } from '../../../expect-some.ts';

const rows = 23;
const random = createRandom('plan test');
const labels = Uint8Array.from({ length: rows }, () => randomInteger(random, 3));
const rowsOfAll = allRows(rows);

/** A plan of a member whose numbers do not matter. */
const memberPlan = {
  ...permutationShape(1),
  orderKey: 0,
  partnerKey: 0,
  lambdaKey: 0,
  rowsAt: 0,
  pool: partnerPools.self,
  candidatesAt: 0,
  lambdasAt: 0,
  lambdaStep: 0,
  mixesFrom: 0,
  mixesUntil: 0,
  mixesAtMost: 2 ** 32 - 1,
  maskAt: 0,
};

const memberWith = (seed: number, policy: Policy, changes: Partial<Member> = {}): Member => ({
  seed,
  policy,
  optimizer: adam(0.01),
  labels,
  rows: rowsOfAll,
  ...changes,
});

const ensembleOf = (members: readonly Member[], batch = 8): Ensemble => ({
  network: { sizes: [2, 4, 3], activation: 'relu' },
  inputs: Float32Array.from({ length: 2 * rows }, (_, k) => Math.sin(9 * k)),
  members,
  batch,
});

/** What one member draws in some steps, `[steps * batch]` each. */
function drawsOf(ensemble: Ensemble, member: number, steps: number, firstStep = 0) {
  const plan = createPlan(ensemble);
  const draws = Array.from({ length: steps * ensemble.batch }, (_, k) =>
    draw(plan, member, firstStep + Math.floor(k / ensemble.batch), k % ensemble.batch),
  );
  return {
    order: draws.map(({ first }) => first),
    partners: draws.map(({ second }) => second),
    lambdas: draws.map(({ lambda }) => lambda),
  };
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

describe('the order of examples', () => {
  test.each([1, 4, 8, 23, 50])('covers every row once an epoch, batches of %d running across its end', (batch) => {
    const epochs = 6;
    const steps = Math.ceil((epochs * rows) / batch);
    const { order } = drawsOf(ensembleOf([memberWith(3, ermPolicy)], batch), 0, steps);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      expect(sorted(order.slice(epoch * rows, (epoch + 1) * rows))).toEqual(Array.from(rowsOfAll));
    }
    expect(order.slice(0, rows)).not.toEqual(order.slice(rows, 2 * rows));
  });

  test('visits only the rows a member trains on', () => {
    const own = Uint32Array.of(20, 3, 7, 11, 5);
    const { order, partners } = drawsOf(ensembleOf([memberWith(3, mixupPolicy(1), { rows: own })]), 0, 50);
    expect(sorted([...new Set(order)])).toEqual([3, 5, 7, 11, 20]);
    expect(sorted([...new Set(partners)])).toEqual([3, 5, 7, 11, 20]);
  });
});

describe('a plan', () => {
  const members = [
    memberWith(1, ermPolicy),
    memberWith(1, mixupPolicy(0.4)),
    memberWith(1, mixupPolicy(1, { lambdaPer: 'example' })),
    memberWith(1, mixupPolicy(1, { partnerPool: 'batch' })),
    memberWith(1, mixupPolicy(1, { partnerClass: 'same' })),
    memberWith(1, mixupPolicy(1, { partnerChoice: 'nearest' })),
    memberWith(2, mixupPolicy(0.4)),
  ];
  const ensemble = ensembleOf(members);

  test('does not depend on which other members there are', () => {
    members.forEach((member, m) => {
      expect(drawsOf(ensembleOf([member]), 0, 9)).toEqual(drawsOf(ensemble, m, 9));
    });
  });

  test('holds what members have in common once', () => {
    const { members: plans, table } = createPlan(ensemble);
    const places = (field: 'rowsAt' | 'candidatesAt' | 'lambdasAt'): number =>
      new Set(plans.map((plan) => plan[field])).size;
    expect(places('rowsAt')).toBe(1);
    // None; same class; nearest.
    expect(places('candidatesAt')).toBe(3);
    // 1; 0.4; 1.0.
    expect(places('lambdasAt')).toBe(3);
    // 23 rows; two numbers for each row and the lists, one for each class or of four neighbors; the quantiles.
    expect(table).toHaveLength(rows + (2 * rows + rows) + (2 * rows + 4 * rows) + 3 * 4096);
    expect(createPlan(ensembleOf([...members, ...members])).table).toHaveLength(table.length);
  });

  test('gives members of one seed the same examples, and the same quantile of lambda at every strength', () => {
    const draws = members.slice(0, 6).map((_, m) => drawsOf(ensemble, m, 20));
    for (const { order } of draws) expect(order).toEqual(draws[0]?.order);
    const strengths = [0.4, 8].map((alpha) => drawsOf(ensembleOf([memberWith(1, mixupPolicy(alpha))]), 0, 200).lambdas);
    const ranks = strengths.map((lambdas) => sorted([...new Set(lambdas)]));
    strengths[0]?.forEach((lambda, k) => {
      expect(ranks[0]?.indexOf(lambda)).toBe(ranks[1]?.indexOf(strengths[1]?.[k] as number));
    });
  });

  test('pairs every member with itself and lambda 1 under plain training', () => {
    const { order, partners, lambdas } = drawsOf(ensemble, 0, 30);
    expect(partners).toEqual(order);
    expect(expectSome(lambdas, 'lambdas').every((lambda) => lambda === 1)).toBe(true);
  });

  test('differs between seeds in order, partners and lambda', () => {
    const first = drawsOf(ensemble, 1, 10);
    const second = drawsOf(ensemble, 6, 10);
    expect(first.order).not.toEqual(second.order);
    expect(first.partners).not.toEqual(second.partners);
    expect(first.lambdas).not.toEqual(second.lambdas);
  });

  test('says how many steps a run can have until its positions outgrow 32 bits', () => {
    expect(createPlan(ensemble).mostSteps).toBe(2 ** 29);
  });

  test('still gives rows of the member in its last steps', () => {
    const { mostSteps } = createPlan(ensemble);
    for (let m = 0; m < members.length; m += 1) {
      const { order, partners } = drawsOf(ensemble, m, 2, mostSteps - 2);
      for (const row of [...order, ...partners]) expect(row >= 0 && row < rows).toBe(true);
    }
  });
});

describe('the functions of the plan', () => {
  const keysOf = (seed: number) => fixture.keys[String(seed) as keyof typeof fixture.keys];
  const memberOf = (seed: number, size: number) => ({
    ...memberPlan,
    ...permutationShape(size),
    orderKey: keysOf(seed).order,
  });

  test('use the known keys of a seed', () => {
    for (const [seed, { order, partnersRows, partnersBatch }] of expectSome(Object.entries(fixture.keys), 'keys')) {
      const { members: plans } = createPlan(
        ensembleOf([
          memberWith(Number(seed), mixupPolicy(1)),
          memberWith(Number(seed), mixupPolicy(1, { partnerPool: 'batch' })),
        ]),
      );
      expect(plans.map((plan) => plan.orderKey)).toEqual([order, order]);
      expect(plans.map((plan) => plan.partnerKey)).toEqual([partnersRows, partnersBatch]);
    }
  });

  test('order examples as known, far along a run too', () => {
    for (const { seed, n, positions, rows: expected } of expectSome(fixture.order, 'orders'))
      expect(positions.map((position) => placeAt(memberOf(seed, n), position))).toEqual(expected);
    for (const { seed, n, epoch, rows: expected } of expectSome(fixture.whole, 'epochs'))
      expect(expected.map((_, place) => placeAt(memberOf(seed, n), epoch * n + place))).toEqual(expected);
  });

  test('choose partners as known', () => {
    for (const { seed, n, stepAndB, rows: expected } of expectSome(fixture.partner, 'partners'))
      expect(
        (stepAndB as [number, number][]).map(([step, b]) => choiceOf(keysOf(seed).partnersRows, step, b, n)),
      ).toEqual(expected);
    for (const { seed, batch, step, first16 } of expectSome(fixture.place, 'places'))
      expect(first16.map((_, b) => placeInBatch(keysOf(seed).partnersBatch, step, permutationShape(batch), b))).toEqual(
        first16,
      );
  });
});

describe('lambda', () => {
  const batchOf = (values: readonly number[], step: number): number[] => values.slice(8 * step, 8 * step + 8);

  test('is one number for the batch or one for each example, a float32 value in [0, 1]', () => {
    const perBatch = drawsOf(ensembleOf([memberWith(5, mixupPolicy(1))]), 0, 40).lambdas;
    const perExample = drawsOf(ensembleOf([memberWith(5, mixupPolicy(1, { lambdaPer: 'example' }))]), 0, 40).lambdas;
    for (let step = 0; step < 40; step += 1) {
      expect(new Set(batchOf(perBatch, step)).size).toBe(1);
      expect(new Set(batchOf(perExample, step)).size).toBe(8);
    }
    expect(new Set(perBatch).size).toBe(40);
    for (const lambda of expectSome([...perBatch, ...perExample], 'lambdas')) {
      expect(lambda >= 0 && lambda <= 1 && Math.fround(lambda) === lambda).toBe(true);
    }
  });

  test('is the larger of lambda and 1 - lambda where the first partner has to be the heavier one', () => {
    const drawn = (policy: Partial<Policy>): number[] =>
      drawsOf(ensembleOf([memberWith(5, mixupPolicy(0.4, { lambdaPer: 'example', ...policy }))]), 0, 20).lambdas;
    const either = drawn({});
    expect(either.some((lambda) => lambda < 0.5)).toBe(true);
    expectSome(drawn({ heavier: 'first' }), 'lambdas').forEach((lambda, n) => {
      const other = either[n] as number;
      expect(lambda).toBeCloseTo(other < 0.5 ? 1 - other : other, 6);
    });
  });

  test.each([0.001, 0.2, 1, 8, 1000])('has mean 1/2 and the variance of Beta at alpha = %d', (alpha) => {
    const steps = 2500;
    const { lambdas } = drawsOf(ensembleOf([memberWith(5, mixupPolicy(alpha, { lambdaPer: 'example' }))]), 0, steps);
    const variance = 1 / (4 * (2 * alpha + 1));
    const mean = lambdas.reduce((a, b) => a + b, 0) / lambdas.length;
    const square = lambdas.reduce((a, b) => a + (b - 0.5) ** 2, 0) / lambdas.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(variance / lambdas.length));
    expect(Math.abs(square / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / lambdas.length));
  });
});

describe('a policy that mixes in a share of the steps', () => {
  const lambdasOf = (seed: number, alpha: number, mixesShare: number): number[] => {
    const ensemble = ensembleOf([memberWith(seed, mixupPolicy(alpha, { mixesShare }))], 1);
    return drawsOf(ensemble, 0, 4000).lambdas;
  };

  test.each([0.1, 0.5, 0.9])('mixes in about as many, each decided by itself: %d', (share) => {
    const mixes = lambdasOf(3, 8, share).map((lambda) => Number(lambda !== 1));
    const count = mixes.reduce((sum, one) => sum + one, 0);
    expect(Math.abs(count / 4000 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 4000));
    const both = mixes.filter((one, k) => one === 1 && mixes[k + 1] === 1).length;
    expect(Math.abs(both / 4000 - share ** 2)).toBeLessThan(4 * Math.sqrt(share ** 2 / 4000));
  });

  test('mixes there as one that always mixes, and in the same steps at every strength', () => {
    const [always, half, stronger] = [lambdasOf(3, 8, 1), lambdasOf(3, 8, 0.5), lambdasOf(3, 32, 0.5)];
    half.forEach((lambda, step) => {
      expect([1, always[step]]).toContain(lambda);
      expect(lambda === 1).toBe(stronger[step] === 1);
    });
    expect(lambdasOf(4, 8, 0.5).map((lambda) => lambda === 1)).not.toEqual(half.map((lambda) => lambda === 1));
  });
});
