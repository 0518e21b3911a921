import { afterEach, expect, it, vi } from 'vitest';
import { EngineLostError } from '../../../src/engine/engine.ts';
import { DeviceGuard } from '../../../src/engine/webgpu/device-guard.ts';
import { openDevice } from '../../../src/engine/webgpu/open-device.ts';
import { ProgramCache } from '../../../src/engine/webgpu/program-cache.ts';
import { createWebgpuEngine } from '../../../src/engine/webgpu/webgpu-engine.ts';
import { createProblem } from '../conformance/problems.ts';

afterEach(() => vi.restoreAllMocks());

/** The least that trains: what these tests wait for is its compiler. */
const ensemble = createProblem({ sizes: [2, 2] });
const soon = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve('still pending'), 300));

it('says what runs it, and that it is software where it is', async () => {
  const engine = await createWebgpuEngine();
  const adapter = await navigator.gpu.requestAdapter();
  expect(engine.name).toBe('webgpu');
  expect(engine.device).toContain(adapter?.info.architecture);
  expect(engine.software).toBe(adapter?.info.isFallbackAdapter);
  engine.dispose();
});

it('refuses to start without an adapter, with a sentence', async () => {
  vi.spyOn(GPU.prototype, 'requestAdapter').mockResolvedValue(null);
  await expect(createWebgpuEngine()).rejects.toThrow('WebGPU finds no adapter on this device.');
});

it('refuses to start in a browser without WebGPU, with a sentence', async () => {
  vi.spyOn(navigator, 'gpu', 'get').mockReturnValue(undefined as unknown as GPU);
  await expect(createWebgpuEngine()).rejects.toThrow('This browser has no WebGPU');
});

it('rejects everything that waits when the device is lost, starts anew, and goes on from a snapshot', async () => {
  const doomed = await createWebgpuEngine();
  const training = await doomed.prepare(ensemble);
  await training.train(7);
  const snapshot = await training.snapshot();
  const waiting = [
    training.evaluate(new Float32Array(2)),
    training.snapshot(),
    doomed.mix({
      rows: new Float32Array(4),
      width: 2,
      first: Uint32Array.of(0),
      second: Uint32Array.of(1),
      lambdas: Float32Array.of(0.5),
    }),
    doomed.prepare({ ...ensemble, batch: 5 }),
  ];
  doomed.simulateLoss();
  for (const result of await Promise.allSettled(waiting)) {
    expect(result.status).toBe('rejected');
    expect((result as PromiseRejectedResult).reason).toBeInstanceOf(EngineLostError);
  }
  expect(await doomed.lost).toBeInstanceOf(EngineLostError);

  const next = await createWebgpuEngine();
  const resumed = await next.prepare(ensemble);
  await resumed.restore(snapshot);
  await resumed.train(5);
  const straight = await next.prepare(ensemble);
  await straight.train(12);
  expect((await resumed.snapshot()).parameters).toEqual((await straight.snapshot()).parameters);
  next.dispose();
});

it('does not call it a loss when it is disposed of, and ends what waits', async () => {
  const engine = await createWebgpuEngine();
  const training = await engine.prepare(ensemble);
  const run = expect(training.train(2 ** 20)).rejects.toThrow('The webgpu engine was disposed of.');
  engine.dispose();
  engine.dispose();
  await run;
  await expect(engine.prepare(ensemble)).rejects.toThrow('The webgpu engine was disposed of.');
  expect(await Promise.race([engine.lost, soon()])).toBe('still pending');
});

it('counts as lost once the device reports an error by itself, and so does every call, whatever comes after', async () => {
  const { device } = await openDevice();
  const guard = new DeviceGuard(device);
  device.createBuffer({ size: 4, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
  await expect(guard.wait(device.queue.onSubmittedWorkDone())).rejects.toThrow('WebGPU reported an error');
  await expect(guard.wait(Promise.resolve())).rejects.toBeInstanceOf(EngineLostError);
  device.destroy();
  await device.lost;
  expect((await guard.lost).message).toContain('WebGPU reported an error');
});

it('names the line of a program that does not compile', async () => {
  const { device } = await openDevice();
  const programs = new ProgramCache(device, new DeviceGuard(device));
  await expect(programs.compile('broken', 'fn main() {\n  let x = 1 + nothing;\n}')).rejects.toThrow(
    /program "broken": line 2, .*nothing.* in "let x = 1 \+ nothing;"/,
  );
  device.destroy();
});
