import { describe, expect, it } from 'vitest';
import { createPlan } from '../../../../src/core/training/create-plan.ts';
import { draw } from '../../../../src/core/training/draw.ts';
import type { Ensemble } from '../../../../src/core/training/ensemble.ts';
import { memberPlanFields } from '../../../../src/core/training/member-plan.ts';
import { sgd } from '../../../../src/core/training/optimizer.ts';
import { mixupPolicy, type Policy } from '../../../../src/core/training/policy.ts';
import { openArena } from '../../../../src/engine/cpu/arena.ts';

const policies: readonly Policy[] = [
  mixupPolicy(0),
  mixupPolicy(0.4, { lambdaPer: 'example' }),
  mixupPolicy(1, { partnerPool: 'batch' }),
  mixupPolicy(8, { partnerClass: 'same', heavier: 'first' }),
  mixupPolicy(1, { partnerChoice: 'nearest', nearest: 3, lambdaPer: 'example' }),
];

/** Members with own rows: every second one leaves the first two rows out. */
function ensembleOf(rows: number, batch: number): Ensemble {
  const labels = Uint8Array.from({ length: rows }, (_, row) => (row * 7) % 3);
  return {
    network: { sizes: [2, 3], activation: 'relu' },
    inputs: Float32Array.from({ length: 2 * rows }, (_, k) => Math.sin(k)),
    members: policies.map((policy, m) => ({
      seed: 4_000_000_000 + m,
      policy,
      optimizer: sgd(0.1),
      labels,
      rows: Uint32Array.from({ length: rows - (m % 2) * 2 }, (_, row) => row + (m % 2) * 2),
    })),
    batch,
  };
}

describe('the loop that draws a mini-batch', () => {
  it.each([
    [3, 5],
    [4, 64],
    [119, 33],
    [150, 1],
    [1000, 64],
    [4177, 100],
  ])('draws for %i rows and batches of %i what the plan says, with vectors and without', async (rows, batch) => {
    const ensemble = ensembleOf(rows, batch);
    const plan = createPlan(ensemble);
    for (const kind of ['wasm', 'script'] as const) {
      const arena = await openArena(kind);
      const table = arena.take(plan.table.byteLength);
      arena.floats(table, plan.table.length).set(plan.table);
      const [own, shape, first, second, lambdas, places] = [
        4 * memberPlanFields.length,
        16,
        4 * batch + 16,
        4 * batch + 16,
        4 * batch + 16,
        4 * batch + 32,
      ].map((bytes) => arena.take(bytes)) as [number, number, number, number, number, number];
      const { size, lowBits, tall, rounds } = plan.batch;
      arena.words(shape, 4).set([size, lowBits, tall, rounds]);
      for (const [m, member] of plan.members.entries()) {
        arena.words(own, memberPlanFields.length).set(memberPlanFields.map((field) => member[field]));
        for (const step of [0, 1, 2, 77, plan.mostSteps - 1]) {
          arena.kernels.drawBatch(own, table, shape, step, first, second, lambdas, places);
          const expected = Array.from({ length: batch }, (_, b) => draw(plan, m, step, b));
          expect(Array.from(arena.words(first, batch))).toEqual(expected.map((one) => one.first));
          expect(Array.from(arena.words(second, batch))).toEqual(expected.map((one) => one.second));
          expect(Array.from(arena.floats(lambdas, batch))).toEqual(expected.map((one) => one.lambda));
        }
      }
    }
  });
});
