import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { adam, sgd } from '../../../src/core/training/optimizer.ts';
import { mixupPolicy } from '../../../src/core/training/policy.ts';
import { EngineLostError, type Engine } from '../../../src/engine/engine.ts';
import { createWebgpuEngine } from '../../../src/engine/webgpu/webgpu-engine.ts';
import { createProblem } from '../conformance/problems.ts';

/** Follows every buffer of the page from outside the engine. */
function followBuffers() {
  const live = new Set<GPUBuffer>();
  const create: (this: GPUDevice, descriptor: GPUBufferDescriptor) => GPUBuffer = Reflect.get(
    GPUDevice.prototype,
    'createBuffer',
  );
  const destroy: (this: GPUBuffer) => undefined = Reflect.get(GPUBuffer.prototype, 'destroy');
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

/**
 * One engine and one network for all: what a call leaves behind is counted from where it began. Its program is short, and its
 * batch so large that values need a buffer too.
 */
let engine: Engine;
beforeAll(async () => {
  engine = await createWebgpuEngine();
});
afterAll(() => engine.dispose());
afterEach(() => vi.restoreAllMocks());

const ensemble = createProblem({
  sizes: [2, 2],
  batch: 1024,
  policies: [mixupPolicy(1), mixupPolicy(1, { inputNoise: 0.1 })],
  optimizer: adam(0.01),
});

for (const optimizer of [adam(0.01), sgd(0.1, 0.9)]) {
  it(`frees every buffer of a disposed ensemble (${optimizer.kind}), and tells how much it holds`, async () => {
    const { live } = followBuffers();
    expect(engine.memory()).toEqual({ objects: 0, bytes: 0 });
    const optimized = { ...ensemble, members: ensemble.members.map((member) => ({ ...member, optimizer })) };
    for (let cycle = 0; cycle < 5; cycle += 1) {
      const training = await engine.prepare(optimized);
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
  });
}

it('refuses an ensemble that the device cannot hold with a sentence, before it allocates anything', async () => {
  const { live, created } = followBuffers();
  const rows = 9_000_000;
  const huge = {
    ...ensemble,
    inputs: new Float32Array(2 * rows),
    members: ensemble.members.map((member) => ({ ...member, labels: new Uint8Array(rows) })),
  };
  await expect(engine.prepare(huge)).rejects.toThrow(
    /the table of 9000000 examples to take at most 128 MiB on this device, got 138 MiB/,
  );
  expect(created).not.toHaveBeenCalled();
  expect(live.size).toBe(0);
  const training = await engine.prepare(ensemble);
  await training.train(2);
  expect(training.step).toBe(2);
  training.dispose();
});

/** Lets one call of a method after a number of others fail. */
function failAfter<Method extends string>(prototype: Record<Method, unknown>, method: Method, calls: number): void {
  const original = prototype[method] as (...words: unknown[]) => unknown;
  let left = calls;
  vi.spyOn(prototype as Record<string, (...words: unknown[]) => unknown>, method).mockImplementation(function (
    this: unknown,
    ...words
  ) {
    left -= 1;
    if (left < 0) throw new RangeError('no memory for a buffer');
    return original.apply(this, words);
  });
}

const mixRequest = {
  rows: new Float32Array(8),
  width: 2,
  first: Uint32Array.of(0, 1),
  second: Uint32Array.of(2, 3),
  lambdas: Float32Array.of(0.5, 0.25),
};
const grid = { columns: 4, rows: 4, x: [0, 1], y: [0, 1] } as const;

it.each([
  ['createBuffer', 'GPUDevice'],
  ['writeBuffer', 'GPUQueue'],
  ['createBindGroup', 'GPUDevice'],
] as const)('keeps nothing of a call in which some %s fails, whichever it is', async (method, owner) => {
  const training = await engine.prepare(ensemble);
  const points = new Float32Array(8);
  await training.evaluate(points);
  const calls: Record<string, () => Promise<unknown>> = {
    mix: () => engine.mix(mixRequest),
    'count on a grid': () => engine.countOnGrid(mixRequest, new Float32Array(4), grid),
    prepare: () => engine.prepare(ensemble),
    evaluate: () => training.evaluate(points),
    'input gradients': () => training.inputGradients(points, new Float32Array(8).fill(0.5)),
    snapshot: () => training.snapshot(),
  };
  for (const [name, call] of Object.entries(calls)) {
    const before = engine.memory();
    let failures = 0;
    for (let first = 0; ; first += 1) {
      failAfter(globalThis[owner].prototype as unknown as Record<string, unknown>, method, first);
      const outcome = await call().then(
        (made) => made,
        (error: unknown) => error as Error,
      );
      vi.restoreAllMocks();
      if (!(outcome instanceof Error)) {
        if (name === 'prepare') (outcome as { dispose: () => void }).dispose();
        break;
      }
      failures += 1;
      expect(outcome.message).toBe('no memory for a buffer');
      expect(engine.memory(), `${name}, ${method} number ${first + 1}`).toEqual(before);
    }
    if (method === 'createBuffer') expect(failures, name).toBeGreaterThan(0);
  }
  training.dispose();
});

it('keeps nothing of a call in which the device reports that it has no memory for the second buffer, and counts as lost', async () => {
  const doomed = await createWebgpuEngine();
  const create: (this: GPUDevice, descriptor: GPUBufferDescriptor) => GPUBuffer = Reflect.get(
    GPUDevice.prototype,
    'createBuffer',
  );
  let buffers = 0;
  vi.spyOn(GPUDevice.prototype, 'createBuffer').mockImplementation(function (this: GPUDevice, descriptor) {
    buffers += 1;
    if (buffers === 2)
      this.dispatchEvent(
        new GPUUncapturedErrorEvent('uncapturederror', { error: new GPUOutOfMemoryError('out of memory') }),
      );
    return create.call(this, descriptor);
  });
  await expect(doomed.mix(mixRequest)).rejects.toThrow('out of memory');
  expect(buffers).toBeGreaterThan(1);
  // Who mixes goes on with another engine: this one has ended.
  await expect(doomed.mix(mixRequest)).rejects.toBeInstanceOf(EngineLostError);
  expect(doomed.memory()).toEqual({ objects: 0, bytes: 0 });
  doomed.dispose();
});

// The last test: it ends the engine of the others, which has compiled what it prepares.
it('frees everything when the engine is disposed of', async () => {
  const { live } = followBuffers();
  await engine.prepare(ensemble);
  expect(live.size).toBeGreaterThan(0);
  engine.dispose();
  expect(live.size).toBe(0);
  expect(engine.memory()).toEqual({ objects: 0, bytes: 0 });
});
