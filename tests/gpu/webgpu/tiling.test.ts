import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Ensemble } from '../../../src/core/training/ensemble.ts';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Engine, Snapshot } from '../../../src/engine/engine.ts';
import { Pace } from '../../../src/engine/pace.ts';
import type { WorkgroupLimits } from '../../../src/engine/webgpu/kernel-shape.ts';
import { createWebgpuEngine } from '../../../src/engine/webgpu/webgpu-engine.ts';
import { createProblem } from '../conformance/problems.ts';

/*
 * How work is divided among threads, workgroups and dispatches must not show in any bit: each sum is made by one thread,
 * in one order. The conformance suite holds one division against the slow implementation, so these hold all others.
 */

afterEach(() => vi.restoreAllMocks());

const mixed = { inputNoise: 0.2, dropout: 0.3, lambdaPer: 'example' } as const;
const ensemble = createProblem({
  sizes: [5, 7, 6, 3],
  batch: 22,
  policies: [ermPolicy, mixupPolicy(1), mixupPolicy(1, { ...mixed, layer: 1 }), mixupPolicy(1, { ...mixed, layer: 2 })],
});
const points = ensemble.inputs.slice(0, 5 * 70);
const labels = Float32Array.from({ length: 3 * 70 }, (_, k) => Number(k % 3 === 1));

async function results(
  on: Engine,
  problem: Ensemble,
): Promise<{ snapshot: Snapshot; logs: Float32Array; gradients: Float32Array }> {
  const training = await on.prepare(problem);
  await training.train(7);
  const read = {
    snapshot: await training.snapshot(),
    logs: await training.evaluate(points),
    gradients: await training.inputGradients(points, labels),
  };
  training.dispose();
  return read;
}

/** With the usual division, which the others are compared with. It compiles what all share once. */
let engine: Engine;
let usual: Awaited<ReturnType<typeof results>>;
beforeAll(async () => {
  engine = await createWebgpuEngine();
  usual = await results(engine, ensemble);
});
afterAll(() => engine.dispose());

it('gives the same bits with values in shared memory or in a buffer, and with few threads or many', async () => {
  for (const workgroup of [
    { bytes: 16384, threads: 256 },
    { bytes: 8192, threads: 8 },
    { bytes: 0, threads: 24 },
  ] satisfies WorkgroupLimits[]) {
    const divided = await createWebgpuEngine({ workgroup });
    const other = await results(divided, ensemble);
    divided.dispose();
    expect(other.snapshot, JSON.stringify(workgroup)).toEqual(usual.snapshot);
    expect(other.logs).toEqual(usual.logs);
    expect(other.gradients).toEqual(usual.gradients);
  }
});

it('gives the same bits when members take turns', async () => {
  vi.spyOn(Pace.prototype, 'next').mockImplementation((left) => ({ steps: Math.min(2, left), members: 3 }));
  expect((await results(engine, ensemble)).snapshot).toEqual(usual.snapshot);
});

it('gives the same bits when the parameters of members lie in buffers of their own', async () => {
  const large = createProblem({
    sizes: [5, 128, 64, 3],
    batch: 8,
    policies: [ermPolicy, mixupPolicy(1), mixupPolicy(1, { ...mixed, layer: 1 }), mixupPolicy(0.4)],
  });
  const together = await results(engine, large);
  const created = vi.spyOn(GPUDevice.prototype, 'createBuffer');
  // A member's parameters take 38 KiB, the plan's table 50.
  vi.spyOn(GPUSupportedLimits.prototype, 'maxStorageBufferBindingSize', 'get').mockReturnValue(90_000);
  expect(await results(engine, large)).toEqual(together);
  expect(created.mock.calls.filter(([{ label }]) => label === 'parameters')).toHaveLength(2);
});
