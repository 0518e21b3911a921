import { defaultDevice, init } from '@jax-js/jax';
import { describe, expect, it } from 'vitest';
import * as autodiff from '../../../scripts/bench/page/autodiff-cpu.ts';
import type { Problem } from '../../../scripts/bench/page/bench-page.ts';
import { countDispatches } from '../../../scripts/bench/page/count-dispatches.ts';
import { firstBatch } from '../../../scripts/bench/page/first-batch.ts';
import { prepareWithJax } from '../../../scripts/bench/page/prepare-with-jax.ts';
import * as layers from '../../../scripts/bench/page/layers-cpu.ts';
import { moons } from '../../../src/core/data/moons.ts';
import { initialParameters, type Network } from '../../../src/core/training/network.ts';
import { lossAndGradient } from '../../../src/core/training/reference.ts';
import { relativeError } from '../conformance/tolerances.ts';

/* What the bench compares the engines with must do the work it is said to do. */

const data = moons(64, 0.1, 1);
const problem: Problem = {
  sizes: [2, 16, 16, 2],
  inputs: Array.from(data.inputs),
  labels: Array.from(data.labels),
  members: 3,
  batch: 64,
  learningRate: 0.01,
  seeds: 'own',
};
const network: Network = { sizes: problem.sizes, activation: 'relu' };

/** Parameters of one member after some steps of Adam (Kingma and Ba 2015, algorithm 1) on the first batch. */
function trainSlowly(seed: number, steps: number): Float64Array {
  const ready = firstBatch(problem);
  const batch = {
    inputs: Float64Array.from(ready.inputs),
    labels: Float64Array.from(ready.labels),
    count: problem.batch,
  };
  const parameters = initialParameters(network, seed);
  const first = new Float64Array(parameters.length);
  const second = new Float64Array(parameters.length);
  for (let t = 1; t <= steps; t += 1) {
    lossAndGradient(network, parameters, batch).gradient.forEach((g, k) => {
      first[k] = 0.9 * (first[k] as number) + 0.1 * g;
      second[k] = 0.999 * (second[k] as number) + 0.001 * g * g;
      const step = first[k] / (1 - 0.9 ** t) / (Math.sqrt(second[k] / (1 - 0.999 ** t)) + 1e-7);
      parameters[k] = (parameters[k] as number) - problem.learningRate * step;
    });
  }
  return parameters;
}

function accuracy(probabilities: readonly number[]): number {
  const right = problem.labels.filter((label, r) => {
    const [a, b] = [probabilities[2 * r] as number, probabilities[2 * r + 1] as number];
    return (b > a ? 1 : 0) === label;
  });
  return right.length / problem.labels.length;
}

describe('the baselines of the bench', () => {
  it('train every member of the batched autodiff as one trained alone, by the core', async () => {
    const contender = await autodiff.openContender();
    const training = await contender.prepare(problem);
    await training.train(20);
    const firstWeights = Array.from(await training.readBack());
    expect(firstWeights).toHaveLength(3 * 2 * 16);
    for (let seed = 0; seed < 3; seed += 1) {
      const expected = Array.from(trainSlowly(seed, 20).subarray(0, 32));
      expect(relativeError(expected, firstWeights.slice(32 * seed, 32 * (seed + 1)))).toBeLessThan(1e-3);
    }
    training.dispose();
  });

  it('train every member with jax-js as one trained alone, by the core', async () => {
    await init('wasm');
    defaultDevice('wasm');
    const training = await prepareWithJax(problem);
    await training.train(20);
    const firstWeights = Array.from(await training.readBack());
    expect(firstWeights).toHaveLength(3 * 2 * 16);
    for (let seed = 0; seed < 3; seed += 1) {
      const expected = Array.from(trainSlowly(seed, 20).subarray(0, 32));
      expect(relativeError(expected, firstWeights.slice(32 * seed, 32 * (seed + 1)))).toBeLessThan(1e-3);
    }
    const values = Array.from(await training.evaluate(Float32Array.from(problem.inputs)));
    expect(values).toHaveLength(3 * 64 * 2);
    for (let k = 0; k < values.length; k += 2) {
      expect(Math.exp(values[k] as number) + Math.exp(values[k + 1] as number)).toBeCloseTo(1, 4);
    }
    training.dispose();
  });

  it('evaluate all members of the batched autodiff, as log-probabilities', async () => {
    const training = await (await autodiff.openContender()).prepare(problem);
    await training.train(300);
    const values = Array.from(await training.evaluate(Float32Array.from(problem.inputs)));
    expect(values).toHaveLength(3 * 64 * 2);
    for (let k = 0; k < values.length; k += 2) {
      expect(Math.exp(values[k] as number) + Math.exp(values[k + 1] as number)).toBeCloseTo(1, 4);
    }
    for (let m = 0; m < 3; m += 1) expect(accuracy(values.slice(128 * m, 128 * (m + 1)))).toBeGreaterThan(0.95);
    training.dispose();
  });

  it('learn with tfjs-layers', async () => {
    const training = await (await layers.openContender()).prepare({ ...problem, members: 2 });
    await training.train(300);
    const values = Array.from(await training.evaluate(Float32Array.from(problem.inputs)));
    expect(accuracy(values)).toBeGreaterThan(0.95);
    training.dispose();
  });

  it('have their draw calls counted, and only while counting', async () => {
    const gl = document.createElement('canvas').getContext('webgl2') as WebGL2RenderingContext;
    const methods = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>;
    const original = methods['drawArrays'];
    const draw = (times: number) => (): Promise<void> => {
      for (let k = 0; k < times; k += 1) gl.drawArrays(gl.POINTS, 0, 0);
      return Promise.resolve();
    };
    expect(await countDispatches(draw(3))).toBe(3);
    await draw(1)();
    expect(await countDispatches(draw(2))).toBe(2);
    expect(methods['drawArrays']).toBe(original);
  });
});
