import { engine as tensorflow } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import { EngineLostError } from '../../../src/engine/engine.ts';
import { createWebglEngine } from '../../../src/engine/webgl/webgl-engine.ts';
import { createProblem } from '../conformance/problems.ts';

const ensemble = createProblem({ sizes: [2, 4, 2], policies: [ermPolicy, mixupPolicy(1, { layer: 1 })] });
const points = ensemble.inputs.slice(0, 40);

afterEach(() => vi.restoreAllMocks());

describe('the webgl engine', () => {
  it('names what renders, and knows whether that is software', async () => {
    const engine = await createWebglEngine();
    const gl = document.createElement('canvas').getContext('webgl2') as WebGL2RenderingContext;
    const { UNMASKED_RENDERER_WEBGL } = gl.getExtension('WEBGL_debug_renderer_info') as WEBGL_debug_renderer_info;
    const renderer = String(gl.getParameter(UNMASKED_RENDERER_WEBGL));
    expect(engine.device).toBe(renderer);
    // What renders in software where these tests usually run; else there is a graphics card.
    expect(engine.software).toBe(/SwiftShader|llvmpipe/.test(renderer));
    engine.dispose();
  });

  it('says in a sentence that WebGL 2 is missing, or cannot render to float32', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    await expect(createWebglEngine()).rejects.toThrow(/offers no WebGL 2/);
    vi.restoreAllMocks();
    vi.spyOn(WebGL2RenderingContext.prototype, 'getExtension').mockReturnValue(null);
    await expect(createWebglEngine()).rejects.toThrow(/cannot render to float32 textures/);
  });

  it('keeps TensorFlow.js and the console as they were after 20 resets of a run, a disposed engine, and a lost one', async () => {
    const spies = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
    const before = tensorflow().state.numTensors;
    const engine = await createWebglEngine();
    const training = await engine.prepare(ensemble);
    const start = await training.snapshot();
    await training.train(5);
    await training.evaluate(points);
    const held = tensorflow().state.numTensors;
    const memory = engine.memory();
    expect(memory.objects).toBe(held - before);
    expect(memory.bytes).toBeGreaterThan(0);
    for (let reset = 0; reset < 20; reset += 1) {
      await training.restore(start);
      await training.train(5);
      await training.evaluate(points);
    }
    expect(tensorflow().state.numTensors).toBe(held);
    expect(engine.memory()).toEqual(memory);
    engine.dispose();
    expect(tensorflow().state.numTensors).toBe(before);
    training.dispose();
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();

    const doomed = await createWebglEngine();
    await doomed.prepare(ensemble);
    doomed.simulateLoss();
    await doomed.lost;
    doomed.dispose();
    expect(tensorflow().state.numTensors).toBe(before);
  });

  it('starts again after a loss, and trains to the same numbers', async () => {
    const first = await createWebglEngine();
    const training = await first.prepare(ensemble);
    await training.train(10);
    const halfway = await training.snapshot();
    await training.train(10);
    const expected = await training.snapshot();
    first.simulateLoss();
    expect(await first.lost).toBeInstanceOf(EngineLostError);
    first.dispose();

    const second = await createWebglEngine();
    const resumed = await second.prepare(ensemble);
    await resumed.restore(halfway);
    await resumed.train(10);
    expect(await resumed.snapshot()).toEqual(expected);
    second.dispose();
  });

  it('notices a loss while it allocates, reads or mixes', async () => {
    const engine = await createWebglEngine();
    const training = await engine.prepare(ensemble);
    const request = {
      rows: points,
      width: 2,
      first: Uint32Array.of(0),
      second: Uint32Array.of(1),
      lambdas: Float32Array.of(0.5),
    };
    const pending = [
      engine.prepare({ ...ensemble, network: { sizes: [2, 5, 2], activation: 'tanh' } }),
      training.evaluate(points),
      engine.mix(request),
    ].map((promise) => expect(promise).rejects.toBeInstanceOf(EngineLostError));
    engine.simulateLoss();
    await Promise.all(pending);
    engine.dispose();
  });

  it('gives its context back: thirty engines leave an older one alive', async () => {
    const oldest = await createWebglEngine();
    const training = await oldest.prepare(ensemble);
    for (let k = 0; k < 30; k += 1) (await createWebglEngine()).dispose();
    await training.train(2);
    expect((await training.evaluate(points)).every(Number.isFinite)).toBe(true);
    oldest.dispose();
    await expect(training.train(1)).rejects.toThrow(/disposed/);
  });
});
