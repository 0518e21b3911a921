import { afterEach, expect, it, vi } from 'vitest';
import { chooseEngine } from '../../../src/engine/choice/choose-engine.ts';
import { selfTestEnsemble } from '../../../src/engine/choice/self-test.ts';
import type { Engine, EngineName } from '../../../src/engine/engine.ts';

/* A real browser from which something is taken away. Node's tests of the choice take away the rest, one thing at a time. */

afterEach(() => vi.restoreAllMocks());

const throwing = (): never => {
  throw new TypeError('not here');
};

async function trains(engine: Engine): Promise<void> {
  const training = await engine.prepare(selfTestEnsemble);
  await training.train(3);
  expect((await training.snapshot()).step).toBe(3);
  engine.dispose();
}

it('without WebGPU, WebGL and workers trains on the page’s own thread', async () => {
  vi.spyOn(navigator, 'gpu', 'get').mockImplementation(throwing);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(throwing);
  vi.stubGlobal('Worker', throwing);
  const { engine } = await chooseEngine();
  vi.unstubAllGlobals();
  expect(engine.name).toBe('cpu');
  expect(engine.device).toContain('own thread');
  await trains(engine);
});

it.each<EngineName>(['webgpu', 'webgl', 'cpu'])('starts %s without the newest built-in functions', async (name) => {
  for (const [owner, method] of [
    [Promise, 'withResolvers'],
    [Object, 'groupBy'],
    [Map, 'groupBy'],
    [Array, 'fromAsync'],
    [ArrayBuffer.prototype, 'transfer'],
    [Set.prototype, 'union'],
  ] as const)
    vi.spyOn(owner as unknown as Record<string, () => void>, method).mockImplementation(throwing);
  const { engine, notices } = await chooseEngine({ forced: name });
  expect(notices).toEqual([]);
  expect(engine.name).toBe(name);
  await trains(engine);
});

it('starts WebGPU where the adapter does not say what it is', async () => {
  const { info } = Object.getOwnPropertyDescriptors(GPUAdapter.prototype);
  Object.defineProperty(GPUAdapter.prototype, 'info', { configurable: true, get: () => undefined });
  try {
    const { engine, notices } = await chooseEngine({ forced: 'webgpu' });
    expect(notices).toEqual([]);
    expect(engine.device).toBe('WebGPU adapter that keeps its name to itself');
    await trains(engine);
  } finally {
    Object.defineProperty(GPUAdapter.prototype, 'info', info);
  }
});
