import { describe, expect, test } from 'vitest';
import { allRows, type Ensemble, type Member } from '../../../../src/core/training/ensemble.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { createPlanner, type Plan } from '../../../../src/core/training/plan.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../../../../src/core/training/policy.ts';
import { createRandom, randomInteger } from '../../../../src/core/random/random.ts';
import { expectSome } from '../../../expect-some.ts';

const rows = 23;
const random = createRandom('plan test');
const labels = Uint8Array.from({ length: rows }, () => randomInteger(random, 3));
const rowsOfAll = allRows(rows);

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

/** What one member draws: its rows of a plan, `[steps * batch]` each. */
function drawsOf(ensemble: Ensemble, member: number, steps: number, firstStep = 0) {
  const planner = createPlanner(ensemble);
  const plan = planner.make(firstStep, steps);
  const { streams } = planner;
  const read = (values: Uint32Array | Float32Array, count: number, stream: number): number[] =>
    Array.from({ length: steps }, (_, step) => {
      const start = (step * count + stream) * ensemble.batch;
      return Array.from(values.subarray(start, start + ensemble.batch));
    }).flat();
  return {
    order: read(plan.orders, streams.orders, streams.order[member] as number),
    partners: read(plan.partners, streams.partners, streams.partner[member] as number),
    lambdas: read(plan.lambdas, streams.lambdas, streams.lambda[member] as number),
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

  test('is the same however and in whatever order it is asked for', () => {
    const planner = createPlanner(ensemble);
    const whole = planner.make(0, 12);
    const again = createPlanner(ensemble);
    const late = again.make(7, 5);
    const middle = again.make(3, 4);
    const early = again.make(0, 3);
    const joined = (field: 'orders' | 'partners' | 'lambdas'): number[] =>
      [early, middle, late].flatMap((plan: Plan) => Array.from<number>(plan[field]));
    for (const field of ['orders', 'partners', 'lambdas'] as const)
      expect(joined(field)).toEqual(Array.from(whole[field]));
    expect([late.firstStep, late.steps]).toEqual([7, 5]);
  });

  test('does not depend on which other members there are', () => {
    members.forEach((member, m) => {
      expect(drawsOf(ensembleOf([member]), 0, 9)).toEqual(drawsOf(ensemble, m, 9));
    });
  });

  test('shares between members all that their seed and policy have in common', () => {
    const { streams } = createPlanner(ensemble);
    expect(Array.from(streams.order)).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(streams.orders).toBe(2);
    // Themselves; any row (for two strengths); the batch; same class; nearest; any row under another seed.
    expect(Array.from(streams.partner)).toEqual([0, 1, 1, 2, 3, 4, 5]);
    expect(streams.partners).toBe(6);
    // 1; 0.4; 1.0 for each example; 1.0 for the batch (three members); 0.4 under another seed.
    expect(Array.from(streams.lambda)).toEqual([0, 1, 2, 3, 3, 3, 4]);
    expect(streams.lambdas).toBe(5);
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

  test('refuses steps that are no steps, and unsound ensembles', () => {
    const planner = createPlanner(ensemble);
    expect(() => planner.make(-1, 1)).toThrow('firstStep: expected a whole number from 0');
    expect(() => planner.make(0, 0)).toThrow('steps: expected a whole number from 1');
    expect(() => planner.make(0.5, 1)).toThrow('got 0.5');
    expect(() => createPlanner({ ...ensemble, members: [] })).toThrow('ensemble.members.length');
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
