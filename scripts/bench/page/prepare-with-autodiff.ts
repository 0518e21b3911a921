import * as tf from '@tensorflow/tfjs';
import { initialParameters, layerSlices } from '../../../src/core/training/network.ts';
import type { Problem, Training } from './bench-page.ts';
import { firstBatch } from './first-batch.ts';

/**
 * The best that TensorFlow.js' automatic differentiation offers for many small networks: the members are the first axis
 * of every tensor, so that one matrix product serves them all, and one Adam updates them.
 */
export function prepareWithAutodiff(problem: Problem): Promise<Training> {
  const { members, batch, sizes } = problem;
  const { weights, biases } = createParameters(problem);
  const ready = firstBatch(problem);
  const inputs = repeat(ready.inputs, [members, batch, sizes[0] as number]);
  const labels = repeat(ready.labels, [members, batch, sizes.at(-1) as number]);
  const optimizer = tf.train.adam(problem.learningRate);
  let grid: { points: Float32Array; tensor: tf.Tensor } | undefined;

  const logProbabilities = (points: tf.Tensor): tf.Tensor => {
    let values = points;
    weights.forEach((weight, l) => {
      const sums = tf.add(tf.matMul(values, weight), biases[l] as tf.Tensor);
      values = l === weights.length - 1 ? sums : tf.relu(sums);
    });
    return tf.logSoftmax(values);
  };
  /** The sum over members of each one's mean loss, so that each gets the gradient it would get alone. */
  const loss = (): tf.Scalar => tf.div(tf.sum(tf.mul(labels, logProbabilities(inputs))), -batch);

  return Promise.resolve({
    train(steps) {
      for (let step = 0; step < steps; step += 1) optimizer.minimize(loss);
      return Promise.resolve();
    },
    async readBack() {
      const values = await Promise.all([...weights, ...biases].map((tensor) => tensor.data()));
      return values[0] as ArrayLike<number>;
    },
    async evaluate(points) {
      if (grid?.points !== points) {
        grid?.tensor.dispose();
        grid = { points, tensor: tf.tensor3d(points, [1, points.length / 2, 2]) };
      }
      const { tensor } = grid;
      const result = tf.tidy(() => logProbabilities(tensor));
      const values = await result.data();
      result.dispose();
      return values;
    },
    dispose() {
      optimizer.dispose();
      [...weights, ...biases, inputs, labels, grid?.tensor].forEach((tensor) => tensor?.dispose());
    },
  });
}

/** Weights `[members, inputs, outputs]` and biases `[members, 1, outputs]` of each layer, started as the engines start them. */
function createParameters({ sizes, members }: Problem): { weights: tf.Variable[]; biases: tf.Variable[] } {
  const network = { sizes, activation: 'relu' } as const;
  const parameters = Array.from({ length: members }, (_, seed) => initialParameters(network, seed));
  const slices = layerSlices(network);
  return {
    weights: slices.map(({ weights, biases: end, inputs, outputs }) => {
      const all = parameters.flatMap((member) => Array.from(member.subarray(weights, end)));
      return tf.variable(tf.tensor3d(all, [members, inputs, outputs]));
    }),
    biases: slices.map(({ outputs }) => tf.variable(tf.zeros([members, 1, outputs]))),
  };
}

/** The same numbers for every member. */
function repeat(values: Float32Array, [members, rows, width]: [number, number, number]): tf.Tensor {
  return tf.tidy(() => tf.tile(tf.tensor3d(values, [1, rows, width]), [members, 1, 1]));
}
