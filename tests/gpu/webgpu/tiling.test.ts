import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Ensemble } from '../../../src/core/training/ensemble.ts';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Engine, Snapshot } from '../../../src/engine/engine.ts';
import { Pace } from '../../../src/engine/pace.ts';
import { kernelShape, type WorkgroupLimits } from '../../../src/engine/webgpu/kernel-shape.ts';
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
  batch: 6,
  policies: [ermPolicy, mixupPolicy(1), mixupPolicy(1, { ...mixed, layer: 1 }), mixupPolicy(1, { ...mixed, layer: 2 })],
});
/** A compiler takes far longer to make a program than a test to run it. */
const patience = 120_000;
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
}, patience);
afterAll(() => engine.dispose());

it('gives the same bits with values in shared memory, there in turns, or in a buffer, and with few threads or many', async () => {
  const placements = [];
  for (const workgroup of [
    { bytes: 2816, threads: 24 },
    { bytes: 0, threads: 256 },
  ] satisfies WorkgroupLimits[]) {
    const { placement, values } = kernelShape(ensemble, workgroup);
    placements.push([placement, values.reuses]);
    const divided = await createWebgpuEngine({ workgroup });
    const other = await results(divided, ensemble);
    divided.dispose();
    expect(other.snapshot, JSON.stringify(workgroup)).toEqual(usual.snapshot);
    expect(other.logs).toEqual(usual.logs);
    expect(other.gradients).toEqual(usual.gradients);
  }
  // The usual division has room for all values side by side.
  expect(placements).toEqual([
    ['workgroup', true],
    ['storage', false],
  ]);
});

it('gives the same bits when members take turns', async () => {
  vi.spyOn(Pace.prototype, 'next').mockImplementation((left) => ({ steps: Math.min(2, left), members: 3 }));
  expect((await results(engine, ensemble)).snapshot).toEqual(usual.snapshot);
});

it('gives the same bits when the parameters of members lie in buffers of their own', async () => {
  // The same programs, for many members.
  const large = { ...ensemble, members: Array.from({ length: 30 }, () => ensemble.members).flat() };
  const together = await results(engine, large);
  const created = vi.spyOn(GPUDevice.prototype, 'createBuffer');
  // All members' parameters take 86,400 bytes, the plan's table 42,000.
  vi.spyOn(GPUSupportedLimits.prototype, 'maxStorageBufferBindingSize', 'get').mockReturnValue(45_000);
  expect(await results(engine, large)).toEqual(together);
  expect(created.mock.calls.filter(([{ label }]) => label === 'parameters')).toHaveLength(2);
});
