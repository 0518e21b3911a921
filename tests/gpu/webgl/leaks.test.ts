import { afterEach, expect, it, vi } from 'vitest';
import { mixupPolicy } from '../../../src/core/training/policy.ts';
import type { TrainingEnsemble } from '../../../src/engine/engine.ts';
import { createWebglEngine } from '../../../src/engine/webgl/webgl-engine.ts';
import { createProblem } from '../conformance/problems.ts';

/** Follows the textures, buffers and framebuffers of all contexts from outside the engine; one creation may be made to fail. */
function followObjects() {
  const live = new Set<object>();
  const state = { left: Infinity };
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, (...words: unknown[]) => unknown>;
  for (const kind of ['Texture', 'Buffer', 'Framebuffer', 'Sync']) {
    const create = kind === 'Sync' ? 'fenceSync' : `create${kind}`;
    const [make, remove] = [prototype[create], prototype[`delete${kind}`]] as ((...words: unknown[]) => unknown)[];
    vi.spyOn(prototype, create).mockImplementation(function (this: unknown, ...words) {
      state.left -= 1;
      if (state.left < 0) throw new RangeError('no memory');
      const made = make?.apply(this, words);
      live.add(made as object);
      return made;
    });
    vi.spyOn(prototype, `delete${kind}`).mockImplementation(function (this: unknown, made) {
      live.delete(made as object);
      return remove?.call(this, made);
    });
  }
  return { live, state };
}

afterEach(() => vi.restoreAllMocks());

const mixRequest = {
  rows: new Float32Array(8),
  width: 2,
  first: Uint32Array.of(0, 1),
  second: Uint32Array.of(2, 3),
  lambdas: Float32Array.of(0.5, 0.25),
};

it('keeps nothing of a call in which some texture, buffer or framebuffer cannot be made, whichever it is', async () => {
  const { live, state } = followObjects();
  const engine = await createWebglEngine();
  const ensemble = createProblem({ sizes: [2, 4, 2], policies: [mixupPolicy(1, { inputNoise: 0.1 })] });
  const points = new Float32Array(8);
  const labels = new Float32Array(8).fill(0.5);
  // Not the bytes: TensorFlow.js counts those of a texture before it asks for one.
  const held = () => ({ objects: engine.memory().objects, live: live.size });
  const calls: Record<string, (training: TrainingEnsemble) => Promise<unknown>> = {
    mix: () => engine.mix(mixRequest),
    prepare: async () => (await engine.prepare(ensemble)).dispose(),
    snapshot: (training) => training.snapshot(),
    evaluate: (training) => training.evaluate(points),
    'input gradients': (training) => training.inputGradients(points, labels),
  };
  // Compiled programs stay for the next ensemble, so they must all be there before anything is counted.
  const first = await engine.prepare(ensemble);
  for (const call of Object.values(calls)) await call(first);
  first.dispose();
  const start = held();
  for (const [name, call] of Object.entries(calls)) {
    const clean = await engine.prepare(ensemble);
    await call(clean);
    const expected = held();
    clean.dispose();
    let failures = 0;
    for (let number = 0; ; number += 1) {
      const training = await engine.prepare(ensemble);
      state.left = number;
      const failed = await call(training).then(
        () => false,
        (error: unknown) => error instanceof RangeError && error.message === 'no memory',
      );
      state.left = Infinity;
      // What is kept for the next call, such as uploaded points, is what a call that succeeds at once keeps.
      if (failed) await call(training);
      expect(held(), `${name}, number ${number + 1}`).toEqual(expected);
      training.dispose();
      expect(held(), `${name}, number ${number + 1}, disposed of`).toEqual(start);
      if (!failed) break;
      failures += 1;
    }
    expect(failures, name).toBeGreaterThan(0);
  }
  engine.dispose();
});

it('gives everything back in an odd browser: nothing of an engine that could not start stays', async () => {
  const names = ['getParameter', 'createFramebuffer', 'createBuffer'] as const;
  for (const name of names) {
    const released = vi.fn();
    const { getExtension } = Object.getOwnPropertyDescriptors(WebGL2RenderingContext.prototype);
    vi.spyOn(WebGL2RenderingContext.prototype, 'getExtension').mockImplementation(function (
      this: WebGL2RenderingContext,
      asked: string,
    ) {
      const extension: unknown = (getExtension.value as (name: string) => unknown).call(this, asked);
      if (asked === 'WEBGL_lose_context') released();
      return extension;
    } as never);
    vi.spyOn(WebGL2RenderingContext.prototype as unknown as Record<string, () => never>, name).mockImplementation(
      () => {
        throw new TypeError('not here');
      },
    );
    await expect(createWebglEngine(), name).rejects.toThrow();
    expect(released, name).toHaveBeenCalled();
    vi.restoreAllMocks();
  }
  const engine = await createWebglEngine();
  const training = await engine.prepare(createProblem({ sizes: [2, 4, 2] }));
  await training.train(2);
  expect(training.step).toBe(2);
  engine.dispose();
});
