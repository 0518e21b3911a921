import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { createWebgpuEngine } from '../../../src/engine/webgpu/webgpu-engine.ts';
import { ofMember } from '../conformance/describe-training.ts';
import { createProblem } from '../conformance/problems.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createWebgpuEngine();
});
afterAll(() => engine.dispose());
afterEach(() => vi.restoreAllMocks());

/** The network and batch of all, so that one program trains them. */
const shape = { sizes: [2, 4, 2], batch: 8 };

it('trains all members of a step in one dispatch, one workgroup for each', async () => {
  const policies = Array.from({ length: 33 }, (_, m) => (m % 2 === 0 ? ermPolicy : mixupPolicy(1)));
  const training = await engine.prepare(createProblem({ ...shape, policies }));
  const dispatched = vi.spyOn(GPUComputePassEncoder.prototype, 'dispatchWorkgroups');
  await training.train(1);
  expect(dispatched.mock.calls).toEqual([[33, 1]]);
  training.dispose();
});

it('puts many steps into a dispatch where they are short', async () => {
  const training = await engine.prepare(createProblem(shape));
  const dispatched = vi.spyOn(GPUComputePassEncoder.prototype, 'dispatchWorkgroups');
  await training.train(4000);
  expect(dispatched.mock.calls.length).toBeGreaterThan(1);
  expect(dispatched.mock.calls.length).toBeLessThan(400);
  training.dispose();
});

it('reads nothing back while it trains', async () => {
  const training = await engine.prepare(createProblem(shape));
  const mapped = vi.spyOn(GPUBuffer.prototype, 'mapAsync');
  await training.train(50);
  expect(mapped).not.toHaveBeenCalled();
  training.dispose();
});

it('evaluates any number of points for all members with one read-back, and uploads the same array once', async () => {
  const training = await engine.prepare(createProblem({ ...shape, policies: [ermPolicy, mixupPolicy(1)] }));
  const points = new Float32Array(2 * 10_000).fill(0.5);
  await training.evaluate(points);
  const mapped = vi.spyOn(GPUBuffer.prototype, 'mapAsync');
  const written = vi.spyOn(GPUQueue.prototype, 'writeBuffer');
  await training.evaluate(points);
  expect(mapped).toHaveBeenCalledTimes(1);
  expect(written.mock.calls.some(([buffer]) => buffer.label === 'points')).toBe(false);
  training.dispose();
});

it('trains 4,096 members as it trains each alone', async () => {
  const policies = Array.from({ length: 4096 }, (_, m) => mixupPolicy(m % 2 === 0 ? 1 : 0.2));
  const ensemble = createProblem({ ...shape, rows: 20, policies });
  const training = await engine.prepare(ensemble);
  await training.train(3);
  const { parameters } = await training.snapshot();
  for (const m of [0, 2047, 4095]) {
    const alone = await engine.prepare({
      ...ensemble,
      members: [ensemble.members[m] as (typeof ensemble.members)[number]],
    });
    await alone.train(3);
    expect(Array.from(ofMember(ensemble, parameters, m))).toEqual(Array.from((await alone.snapshot()).parameters));
    alone.dispose();
  }
  training.dispose();
});
