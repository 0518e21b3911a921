import { expect, test } from 'vitest';
import { createRandom, randomInteger } from '../../../src/core/random/random.ts';
import { createPlan } from '../../../src/core/training/create-plan.ts';
import { draw } from '../../../src/core/training/draw.ts';
import { allRows, type Ensemble } from '../../../src/core/training/ensemble.ts';
import { adam } from '../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../../../src/core/training/policy.ts';
import { firstProbed, openGlsl, openWgsl } from './run-plan.ts';

const policies: Policy[] = [
  ermPolicy,
  mixupPolicy(0.2, { lambdaPer: 'example' }),
  mixupPolicy(1, { heavier: 'first', lambdaPer: 'example' }),
  mixupPolicy(8, { partnerPool: 'batch' }),
  mixupPolicy(1, { partnerClass: 'same' }),
  mixupPolicy(1, { partnerChoice: 'nearest', nearest: 3 }),
  mixupPolicy(1, { partnerChoice: 'nearest', partnerClass: 'same' }),
  mixupPolicy(0.5, { mask: { kind: 'patch', width: 5, height: 3 }, lambdaPer: 'example' }),
  mixupPolicy(1, { mask: { kind: 'patch', width: 3, height: 5 }, mixesFrom: 3, mixesUntil: 7 }),
  mixupPolicy(1, { mask: { kind: 'pixels', width: 5, height: 3 }, lambdaPer: 'example' }),
  mixupPolicy(1, { mask: { kind: 'pixels', width: 15, height: 1 }, heavier: 'first' }),
  mixupPolicy(1, { mixesUntil: 5 }),
  mixupPolicy(1, { mixesFrom: 5, mixesShare: 0.5 }),
];

/** Pictures of 5 x 3 pixels, or 3 x 5. */
const pixels = 15;

/** Members of every kind that train on `size` rows of their own choice, with all the seeds that words can wrap on. */
function ensembleOf(size: number, batch: number): Ensemble {
  const random = createRandom('plan bits', size);
  const rows = allRows(size + 5).subarray(5);
  return {
    network: { sizes: [pixels, 3, 3], activation: 'relu' },
    inputs: Float32Array.from({ length: pixels * (size + 5) }, () => random()),
    members: policies.map((policy, m) => ({
      seed: [0, 1, 2 ** 32 - 1, 12_345][m % 4] as number,
      policy: size > 2000 && policy.partnerChoice === 'nearest' ? mixupPolicy(1) : policy,
      labels: Uint8Array.from({ length: size + 5 }, () => randomInteger(random, 3)),
      rows,
      optimizer: adam(0.01),
    })),
    batch,
  };
}

/** Steps at the start of a run, in its middle and where positions end. */
function stepsOf(mostSteps: number, count: number): number[] {
  const random = createRandom('steps');
  return Array.from({ length: count }, (_, k) =>
    k < count / 3 ? k : k < count / 2 ? mostSteps - 1 - (k - count / 3) : randomInteger(random, mostSteps),
  ).map(Math.floor);
}

const sizes = [1, 2, 3, 4, 5, 119, 120, 149, 1000, 1797, 4177, 8000, 60_000];

test.each([
  ['WGSL', openWgsl],
  ['GLSL', openGlsl],
] as const)('%s draws the bits of the core, on sets and batches of many sizes', async (_, open) => {
  const run = await open();
  const plans = [
    ...sizes.map((size) => createPlan(ensembleOf(size, 64))),
    ...[1, 10, 200].map((batch) => createPlan(ensembleOf(149, batch))),
  ];
  const differing: string[] = [];
  let draws = 0;
  for (const plan of plans) {
    const { members, batch, mostSteps } = plan;
    const steps = stepsOf(mostSteps, 24);
    const seen = await run(plan, steps);
    for (let k = 0; k < members.length * steps.length * batch.size; k += 1, draws += 1) {
      const example = k % batch.size;
      const step = steps[Math.floor(k / batch.size) % steps.length] as number;
      const m = Math.floor(k / batch.size / steps.length);
      const { first, second, lambda, cut = [] } = draw(plan, m, step, example);
      const bits = cut.reduce((sum, pixel) => {
        const bit = pixel - firstProbed(example);
        return bit >= 0 && bit < 4 ? sum + 2 ** bit : sum;
      }, 0);
      if ([first, second, lambda, bits].some((value, field) => value !== seen[4 * k + field]))
        differing.push(`${members[m]?.size} rows, batch ${batch.size}, member ${m}, step ${step}, example ${example}`);
    }
  }
  expect(draws).toBe(policies.length * 24 * (13 * 64 + 211));
  expect(differing).toEqual([]);
});
