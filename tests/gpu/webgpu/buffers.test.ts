import { afterEach, expect, it, vi } from 'vitest';
import { adam, sgd } from '../../../src/core/training/optimizer.ts';
import { mixupPolicy } from '../../../src/core/training/policy.ts';
import { createWebgpuEngine } from '../../../src/engine/webgpu/webgpu-engine.ts';
import { createProblem } from '../conformance/problems.ts';

/** Follows every buffer of the page from outside the engine. */
function followBuffers() {
  const live = new Set<GPUBuffer>();
  const create = Reflect.get(GPUDevice.prototype, 'createBuffer') as (
    this: GPUDevice,
    descriptor: GPUBufferDescriptor,
  ) => GPUBuffer;
  const destroy = Reflect.get(GPUBuffer.prototype, 'destroy') as (this: GPUBuffer) => undefined;
  const created = vi.spyOn(GPUDevice.prototype, 'createBuffer').mockImplementation(function (
    this: GPUDevice,
    descriptor,
  ) {
    const buffer = create.call(this, descriptor);
    live.add(buffer);
    return buffer;
  });
  vi.spyOn(GPUBuffer.prototype, 'destroy').mockImplementation(function (this: GPUBuffer) {
    live.delete(this);
    destroy.call(this);
    return undefined;
  });
  return { live, created };
}

afterEach(() => vi.restoreAllMocks());

for (const optimizer of [adam(0.01), sgd(0.1, 0.9)]) {
  it(`frees every buffer of a disposed ensemble (${optimizer.kind}), and tells how much it holds`, async () => {
    const { live } = followBuffers();
    const engine = await createWebgpuEngine();
    expect(engine.memory()).toEqual({ objects: 0, bytes: 0 });
    const policies = [mixupPolicy(1), mixupPolicy(1, { inputNoise: 0.1, dropout: 0.1, layer: 1 })];
    const ensemble = createProblem({ sizes: [2, 16, 2], policies, optimizer });
    for (let cycle = 0; cycle < 5; cycle += 1) {
      const training = await engine.prepare(ensemble);
      await training.train(3);
      await training.restore(await training.snapshot());
      for (let array = 0; array < 6; array += 1) await training.evaluate(new Float32Array(8));
      await training.inputGradients(new Float32Array(2), Float32Array.of(1, 0));
      const bytes = [...live].reduce((sum, buffer) => sum + buffer.size, 0);
      expect(engine.memory()).toEqual({ objects: live.size, bytes });
      training.dispose();
      expect(live.size).toBe(0);
      expect(engine.memory()).toEqual({ objects: 0, bytes: 0 });
    }
    engine.dispose();
  });
}

it('frees everything when the engine is disposed of', async () => {
  const { live } = followBuffers();
  const engine = await createWebgpuEngine();
  await engine.prepare(createProblem({ sizes: [2, 4, 2] }));
  expect(live.size).toBeGreaterThan(0);
  engine.dispose();
  expect(live.size).toBe(0);
  expect(engine.memory()).toEqual({ objects: 0, bytes: 0 });
});

it('refuses an ensemble that the device cannot hold with a sentence, before it allocates anything', async () => {
  const { live, created } = followBuffers();
  const engine = await createWebgpuEngine();
  const rows = 9_000_000;
  const small = createProblem({ sizes: [2, 4, 2] });
  const huge = {
    ...small,
    inputs: new Float32Array(2 * rows),
    members: small.members.map((member) => ({ ...member, labels: new Uint8Array(rows) })),
  };
  await expect(engine.prepare(huge)).rejects.toThrow(
    /the table of 9000000 examples to take at most 128 MiB on this device, got 138 MiB/,
  );
  expect(created).not.toHaveBeenCalled();
  expect(live.size).toBe(0);
  const training = await engine.prepare(small);
  await training.train(2);
  expect(training.step).toBe(2);
  engine.dispose();
});
