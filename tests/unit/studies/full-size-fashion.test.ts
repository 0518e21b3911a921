import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PictureSet } from '../../../src/core/data/pictures.ts';
import { createPlan } from '../../../src/core/training/create-plan.ts';
import { draw } from '../../../src/core/training/draw.ts';
import type { Ensemble, Member } from '../../../src/core/training/ensemble.ts';
import { forward, logSoftmax } from '../../../src/core/training/forward.ts';
import { mixBatch } from '../../../src/core/training/mix.ts';
import { initialParameters } from '../../../src/core/training/network.ts';
import { lossAndGradient } from '../../../src/core/training/reference.ts';
import { readFullSizeFashion } from '../../../src/data/fashion-mnist-full-size/read-full-size.ts';
import { readSourcePictures } from '../../../src/data/source-pictures.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { denseOrConvolutional, denseOrConvolutionalConditions } from '../../../src/studies/dense-or-convolutional.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import { splitRows } from '../../../src/core/data/split-rows.ts';
import { expectSome } from '../../expect-some.ts';

/* The studies on clothes at full size, recomputed in float64 by the slow reference, a few steps of a few networks. */

const steps = 2;
let pictures: PictureSet;
let engine: Engine;
beforeAll(async () => {
  [pictures, engine] = await Promise.all([readFullSizeFashion(), createNodeCpuEngine({ workers: 2 })]);
});
afterAll(() => engine.dispose());

/** Trains one member by the formulas: Adam at 0.003 on the gradients of the reference. */
function trainSlowly(ensemble: Ensemble, m: number): Float64Array {
  const { network, inputs, batch, members } = ensemble;
  const { seed, labels, policy } = members[m] as Member;
  const plan = createPlan(ensemble);
  const width = network.sizes[0] as number;
  const weights = initialParameters(network, seed);
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  for (let step = 0; step < steps; step += 1) {
    const draws = Array.from({ length: batch }, (_, r) => draw(plan, m, step, r));
    const numbers = [draws.map((one) => one.first), draws.map((one) => one.second)] as const;
    const mixed = mixBatch(
      { inputs, labels, classes: 10, width },
      ...numbers,
      draws.map(({ lambda }) => lambda),
      policy.labelSmoothing,
    );
    const { gradient } = lossAndGradient(network, weights, mixed);
    gradient.forEach((g, k) => {
      first[k] = 0.9 * (first[k] as number) + 0.1 * g;
      second[k] = 0.999 * (second[k] as number) + 0.001 * g * g;
      const [mean, square] = [first[k] / (1 - 0.9 ** (step + 1)), second[k] / (1 - 0.999 ** (step + 1))];
      weights[k] = (weights[k] as number) - (0.003 * mean) / (Math.sqrt(square) + 1e-8);
    });
  }
  return weights;
}

test('dense networks and convolutions are measured as networks trained by the formulas', async () => {
  const conditions = denseOrConvolutionalConditions.filter(({ name }) =>
    ['mixup-convolutions-8', 'mixup-dense-32'].includes(name),
  );
  const study = denseOrConvolutional(pictures, { steps, trainingRows: 100 }, conditions);
  const results = await runStudy(engine, study, [1]);
  expect(results).toHaveLength(2);
  const { test: rows } = splitRows(3000, 100, 1, 1000);
  const inputs = new Float64Array(rows.length * 784);
  rows.forEach((row, n) => inputs.set(pictures.inputs.subarray(row * 784, (row + 1) * 784), n * 784));
  for (const part of study.parts([1])) {
    for (const [m, { condition }] of expectSome([...part.trials], 'networks').entries()) {
      const { network } = part.ensemble;
      const weights = trainSlowly(part.ensemble, m);
      const logs = logSoftmax(forward(network, weights, inputs, rows.length).at(-1) as Float64Array, 10);
      let [loss, errors] = [0, 0];
      rows.forEach((row, n) => {
        const own = logs.subarray(10 * n, 10 * (n + 1));
        loss -= own[pictures.labels[row] as number] as number;
        if (own.indexOf(Math.max(...own)) !== pictures.labels[row]) errors += 1;
      });
      const measured = results.find(({ trial }) => trial.condition.name === condition.name)?.curve.at(-1)?.measures;
      expect(measured?.testLoss, condition.name).toBeCloseTo(loss / rows.length, 3);
      expect(Math.abs((measured?.testError ?? NaN) - errors / rows.length), condition.name).toBeLessThan(0.004);
    }
  }
}, 60_000);

test('the pictures at full size are the first of the source, in 16 grays', async () => {
  const source = await readSourcePictures('fashion-mnist');
  expect([pictures.side, pictures.labels.length]).toEqual([28, 3000]);
  expect(pictures.labels).toEqual(source.labels.slice(0, 3000));
  for (const row of [0, 1999, 2999]) {
    const apart = Array.from(source.pictures[row] as Uint8Array, (gray, k) =>
      Math.abs(gray - 255 * (pictures.inputs[784 * row + k] as number)),
    );
    expect(Math.max(...apart)).toBeLessThanOrEqual(8.51);
  }
});
