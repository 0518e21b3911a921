import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { createWebgpuEngine } from '../../../src/engine/webgpu/webgpu-engine.ts';
import { createProblem } from '../conformance/problems.ts';

let engine: Engine;
beforeEach(async () => {
  engine = await createWebgpuEngine();
});
afterEach(() => {
  vi.restoreAllMocks();
  engine.dispose();
});

it('trains all members of a step in one dispatch, one workgroup for each', async () => {
  const policies = Array.from({ length: 33 }, (_, m) => (m % 2 === 0 ? ermPolicy : mixupPolicy(1)));
  const training = await engine.prepare(createProblem({ sizes: [2, 4, 2], batch: 8, policies }));
  const dispatched = vi.spyOn(GPUComputePassEncoder.prototype, 'dispatchWorkgroups');
  await training.train(1);
  expect(dispatched.mock.calls).toEqual([[33, 1]]);
});

it('puts many steps into a dispatch where they are short', async () => {
  const training = await engine.prepare(createProblem({ sizes: [2, 2], batch: 4 }));
  const dispatched = vi.spyOn(GPUComputePassEncoder.prototype, 'dispatchWorkgroups');
  await training.train(4000);
  expect(dispatched.mock.calls.length).toBeGreaterThan(1);
  expect(dispatched.mock.calls.length).toBeLessThan(400);
});

it('reads nothing back while it trains', async () => {
  const training = await engine.prepare(createProblem({ sizes: [2, 4, 2], batch: 8 }));
  const mapped = vi.spyOn(GPUBuffer.prototype, 'mapAsync');
  await training.train(50);
  expect(mapped).not.toHaveBeenCalled();
});

it('evaluates any number of points for all members with one read-back, and uploads the same array once', async () => {
  const training = await engine.prepare(createProblem({ sizes: [2, 4, 2], policies: [ermPolicy, mixupPolicy(1)] }));
  const points = new Float32Array(2 * 10_000).fill(0.5);
  await training.evaluate(points);
  const mapped = vi.spyOn(GPUBuffer.prototype, 'mapAsync');
  const written = vi.spyOn(GPUQueue.prototype, 'writeBuffer');
  await training.evaluate(points);
  expect(mapped).toHaveBeenCalledTimes(1);
  expect(written.mock.calls.some(([buffer]) => buffer.label === 'points')).toBe(false);
});
