import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { pictureNetwork } from '../../../../src/core/training/convolution.ts';
import { createPlan } from '../../../../src/core/training/create-plan.ts';
import { draw } from '../../../../src/core/training/draw.ts';
import { allRows, type Ensemble } from '../../../../src/core/training/ensemble.ts';
import { mixBatch } from '../../../../src/core/training/mix.ts';
import { initialParameters, layerSlices, type Network } from '../../../../src/core/training/network.ts';
import { adam, sgd, type Optimizer } from '../../../../src/core/training/optimizer.ts';
import { mixupPolicy } from '../../../../src/core/training/policy.ts';
import { createRandom } from '../../../../src/core/random/random.ts';
import { lossAndGradient, type Batch } from '../../../../src/core/training/reference.ts';
import { openArena } from '../../../../src/engine/cpu/arena.ts';
import * as convolutions from '../../../../src/engine/cpu/convolutions.ts';
import { createCpuTrainer } from '../../../../src/engine/cpu/cpu-trainer.ts';
import type { KernelKind } from '../../../../src/engine/cpu/kernels.ts';
import { relativeError } from '../../../gpu/conformance/tolerances.ts';

/* Networks with convolutions on the CPU engine, in float32, held to TensorFlow.js' automatic differentiation. */

const networks: readonly Network[] = [
  pictureNetwork(
    28,
    [
      { channels: 8, stride: 2 },
      { channels: 16, stride: 2 },
    ],
    10,
  ),
  {
    ...pictureNetwork(
      7,
      [
        { channels: 4, stride: 1 },
        { channels: 8, stride: 2 },
      ],
      3,
    ),
    sizes: [49, 196, 128, 5, 3],
    activation: 'tanh',
  },
];

function ensembleOf(network: Network, optimizer: Optimizer): Ensemble {
  const { sizes } = network;
  const random = createRandom(5, ...sizes);
  const rows = 40;
  const classes = sizes.at(-1) as number;
  return {
    network,
    inputs: Float32Array.from({ length: rows * (sizes[0] as number) }, () => random()),
    members: [
      {
        seed: 7,
        policy: mixupPolicy(1, { lambdaPer: 'example' }),
        optimizer,
        labels: Uint8Array.from({ length: rows }, (_, row) => row % classes),
        rows: allRows(rows),
      },
    ],
    batch: 18,
  };
}

async function trainerOf(ensemble: Ensemble, kind?: KernelKind) {
  const arena = await openArena(kind);
  return createCpuTrainer(arena, ensemble, undefined, convolutions);
}

/** The mini-batch of the first step, mixed in float64. */
function firstBatch(ensemble: Ensemble): Batch {
  const { network, inputs, members, batch } = ensemble;
  const plan = createPlan(ensemble);
  const draws = Array.from({ length: batch }, (_, r) => draw(plan, 0, 0, r));
  const labels = members[0]?.labels as Uint8Array;
  return mixBatch(
    { inputs, labels, classes: network.sizes.at(-1) as number, width: network.sizes[0] as number },
    draws.map(({ first }) => first),
    draws.map(({ second }) => second),
    draws.map(({ lambda }) => lambda),
  );
}

/** Gradients of the mean loss for the inputs and for the parameters, by TensorFlow.js. */
function byAutodiff({ sizes, activation, convolutions = [] }: Network, parameters: Float64Array, batch: Batch) {
  const network = { sizes, activation, convolutions };
  const side = Math.sqrt(sizes[0] as number);
  return tf.tidy(() => {
    const labels = tf.tensor2d(Float32Array.from(batch.labels), [batch.count, sizes.at(-1) as number]);
    const tensors = layerSlices(network).flatMap(({ weights, biases, inputs, outputs }, l) => {
      const values = Float32Array.from(parameters.subarray(weights, biases));
      return [
        convolutions[l] ? tf.tensor(values, [3, 3, inputs / 9, outputs]) : tf.tensor(values, [inputs, outputs]),
        tf.tensor1d(Float32Array.from(parameters.subarray(biases, biases + outputs))),
      ];
    });
    const pictures = tf.tensor4d(Float32Array.from(batch.inputs), [batch.count, side, side, 1]);
    const loss = (inputs: tf.Tensor, ...rest: tf.Tensor[]): tf.Scalar => {
      let values = inputs;
      for (let l = 0; 2 * l < rest.length; l += 1) {
        const [weights, biases] = [rest[2 * l], rest[2 * l + 1]] as [tf.Tensor, tf.Tensor];
        const stride = convolutions[l]?.stride;
        const sums = tf.add(
          stride
            ? tf.conv2d(values as tf.Tensor4D, weights as tf.Tensor4D, stride, 1)
            : tf.matMul(values.reshape([batch.count, -1]), weights as tf.Tensor2D),
          biases,
        );
        values = 2 * l + 2 === rest.length ? sums : activation === 'relu' ? tf.relu(sums) : tf.tanh(sums);
      }
      return tf.losses.softmaxCrossEntropy(labels, values, undefined, 0, tf.Reduction.MEAN);
    };
    const { value, grads } = tf.valueAndGrads(loss)([pictures, ...tensors]);
    const [ofInputs, ...ofParameters] = grads.map((gradient) => Array.from(gradient.dataSync()));
    return { loss: value.dataSync()[0] as number, ofInputs: ofInputs as number[], ofParameters: ofParameters.flat() };
  });
}

test.each(networks)('the gradients of $sizes, $activation, are those of automatic differentiation', async (network) => {
  await tf.setBackend('cpu');
  const ensemble = ensembleOf(network, sgd(1));
  const start = initialParameters(network, 7);
  const batch = firstBatch(ensemble);
  const expected = byAutodiff(network, start, batch);

  const slow = lossAndGradient(network, start, batch);
  expect(Math.abs(slow.loss - expected.loss)).toBeLessThan(1e-5);
  expect(relativeError(expected.ofParameters, slow.gradient)).toBeLessThan(1e-5);
  expect(relativeError(expected.ofInputs, slow.inputGradient)).toBeLessThan(1e-5);

  const trainer = await trainerOf(ensemble);
  const points = Float32Array.from(batch.inputs);
  const ofPoints = trainer.inputGradients(points, Float32Array.from(batch.labels));
  expect(
    relativeError(
      expected.ofInputs,
      Array.from(ofPoints, (slope) => slope / batch.count),
    ),
  ).toBeLessThan(1e-4);
  trainer.train(1);
  const { parameters } = trainer.snapshot();
  const moved = Array.from(start, (weight, k) => weight - (parameters[k] as number));
  expect(relativeError(expected.ofParameters, moved)).toBeLessThan(1e-4);
});

test('WebAssembly and JavaScript train convolutions to the same bits', async () => {
  const ensemble = ensembleOf(networks[1] as Network, adam(0.01));
  const [wasm, script] = await Promise.all([trainerOf(ensemble, 'wasm'), trainerOf(ensemble, 'script')]);
  for (const trainer of [wasm, script]) trainer.train(5);
  expect(wasm.snapshot()).toEqual(script.snapshot());
  expect(wasm.evaluate(ensemble.inputs)).toEqual(script.evaluate(ensemble.inputs));
});
