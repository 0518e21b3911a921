import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialParameters, layerSlices, type Network } from '../../src/core/training/network.ts';
import { createRandom, randomNormal } from '../../src/core/random/random.ts';
import { lossAndGradient, type Batch } from '../../src/core/training/reference.ts';
import { relativeError } from './conformance/tolerances.ts';

/* The core's float64 reference, held against TensorFlow.js' automatic differentiation (float32). */

const networks: readonly Network[] = [
  { sizes: [2, 16, 16, 2], activation: 'relu' },
  { sizes: [2, 16, 16, 2], activation: 'tanh' },
  { sizes: [64, 32, 10], activation: 'relu' },
  { sizes: [13, 3], activation: 'tanh' },
];

function createBatch({ sizes }: Network, count: number): Batch {
  const random = createRandom(11, ...sizes);
  const classes = sizes.at(-1) as number;
  const labels = new Float64Array(count * classes);
  for (let r = 0; r < count; r += 1) {
    const lambda = Math.fround(random());
    labels[r * classes + (r % classes)] = lambda;
    labels[r * classes + ((r + 1) % classes)] = 1 - lambda;
  }
  return {
    inputs: Float64Array.from({ length: count * (sizes[0] as number) }, () => Math.fround(randomNormal(random))),
    labels,
    count,
  };
}

/** The mean loss as a TensorFlow.js expression of the inputs and of each layer's weights and biases. */
function meanLoss(
  { activation }: Network,
  labels: tf.Tensor2D,
  inputs: tf.Tensor,
  parameters: readonly tf.Tensor[],
): tf.Scalar {
  let values = inputs as tf.Tensor2D;
  for (let l = 0; l < parameters.length; l += 2) {
    const sums = tf.add<tf.Tensor2D>(tf.matMul(values, parameters[l] as tf.Tensor2D), parameters[l + 1] as tf.Tensor1D);
    values = l + 2 === parameters.length ? sums : activation === 'relu' ? tf.relu(sums) : tf.tanh(sums);
  }
  return tf.losses.softmaxCrossEntropy(labels, values, undefined, 0, tf.Reduction.MEAN);
}

describe("the core's reference", () => {
  beforeAll(async () => {
    await tf.setBackend('cpu');
  });

  it.each(networks)('has the loss and the gradients of TensorFlow.js for $sizes, $activation', (network) => {
    const batch = createBatch(network, 24);
    const parameters = initialParameters(network, 3).map((w) => Math.fround(w + 0.05));
    const expected = tf.tidy(() => {
      const width = network.sizes[0] as number;
      const labels = tf.tensor2d(Float32Array.from(batch.labels), [batch.count, network.sizes.at(-1) as number]);
      const inputs = tf.tensor2d(Float32Array.from(batch.inputs), [batch.count, width]);
      const tensors = layerSlices(network).flatMap((layer) => [
        tf.tensor2d(Float32Array.from(parameters.subarray(layer.weights, layer.biases)), [layer.inputs, layer.outputs]),
        tf.tensor1d(Float32Array.from(parameters.subarray(layer.biases, layer.biases + layer.outputs))),
      ]);
      const { value, grads } = tf.valueAndGrads((x: tf.Tensor, ...rest: tf.Tensor[]) =>
        meanLoss(network, labels, x, rest),
      )([inputs, ...tensors]);
      const [inputGradient, ...gradient] = grads.map((gradient) => Array.from(gradient.dataSync()));
      return {
        loss: value.dataSync()[0] as number,
        inputGradient: inputGradient as number[],
        gradient: gradient.flat(),
      };
    });
    const actual = lossAndGradient(network, parameters, batch);
    expect(Math.abs(actual.loss - expected.loss)).toBeLessThan(1e-5);
    expect(relativeError(expected.gradient, actual.gradient)).toBeLessThan(1e-5);
    expect(relativeError(expected.inputGradient, actual.inputGradient)).toBeLessThan(1e-5);
  });
});
