import { grad, jit, nn, numpy as np, tree } from '@jax-js/jax';
import { initialParameters, layerSlices } from '../../../src/core/training/network.ts';
import type { Problem, Training } from './bench-page.ts';
import { firstBatch } from './first-batch.ts';

const [beta1, beta2] = [0.9, 0.999];
const epsilon = 1e-7;

/**
 * jax-js as its documentation has it: one function for a step of Adam, compiled as a whole by `jit`. The members are the first
 * axis of every array.
 *
 * Every call of jax-js takes its arrays over; `.ref` keeps one for another call.
 */
export function prepareWithJax(problem: Problem): Promise<Training> {
  const { batch, sizes, learningRate } = problem;
  const layers = sizes.length - 1;
  const ready = firstBatch(problem);
  const inputs = arrayOf(ready.inputs, [1, batch, sizes[0] as number]);
  const labels = arrayOf(ready.labels, [1, batch, sizes.at(-1) as number]);
  const started = startParameters(problem);
  /** Parameters, weights before biases; Adam's first and second moments of each; and its two decays to the power of the step. */
  let state: np.Array[][] = [
    started,
    started.map((one) => np.zeros(one.shape)),
    started.map((one) => np.zeros(one.shape)),
    [np.array(1), np.array(1)],
  ];
  let grid: { readonly points: Float32Array; readonly array: np.Array } | undefined;

  const logProbabilities = (parameters: np.Array[], points: np.Array): np.Array => {
    let values = points;
    for (let l = 0; l < layers; l += 1) {
      const sums = np.matmul(values, parameters[l] as np.Array).add(parameters[layers + l] as np.Array);
      values = l === layers - 1 ? sums : nn.relu(sums);
    }
    return nn.logSoftmax(values, -1);
  };
  /** The sum over members of each one's mean loss, so that each gets the gradient it would get alone. */
  const loss = (parameters: np.Array[], points: np.Array, wanted: np.Array): np.Array =>
    logProbabilities(parameters, points).mul(wanted).sum().div(-batch);

  const step = jit((before: np.Array[][], points: np.Array, wanted: np.Array): np.Array[][] => {
    const [parameters = [], first = [], second = [], [power1, power2] = []] = before;
    const gradient = grad(loss)(tree.ref(parameters), points, wanted);
    const [reached1, reached2] = [(power1 as np.Array).mul(beta1), (power2 as np.Array).mul(beta2)];
    const firsts = first.map((one, k) => one.mul(beta1).add((gradient[k] as np.Array).ref.mul(1 - beta1)));
    const seconds = second.map((one, k) => one.mul(beta2).add(np.square(gradient[k] as np.Array).mul(1 - beta2)));
    const updated = parameters.map((one, k) => {
      const mean = (firsts[k] as np.Array).ref.div(np.subtract(1, reached1.ref));
      const spread = np.sqrt((seconds[k] as np.Array).ref.div(np.subtract(1, reached2.ref))).add(epsilon);
      return one.sub(mean.div(spread).mul(learningRate));
    });
    return [updated, firsts, seconds, [reached1, reached2]];
  });
  const evaluate = jit(logProbabilities);

  return Promise.resolve({
    train(steps) {
      for (let k = 0; k < steps; k += 1) state = step(state, inputs.ref, labels.ref);
      return Promise.resolve();
    },
    async readBack() {
      const values = await Promise.all((state[0] ?? []).map((one) => one.ref.data()));
      return values[0] as Float32Array;
    },
    async evaluate(points) {
      if (grid?.points !== points) {
        grid?.array.dispose();
        grid = { points, array: arrayOf(points, [1, points.length / 2, 2]) };
      }
      return (await evaluate(tree.ref(state[0] ?? []), grid.array.ref).data()) as Float32Array;
    },
    dispose() {
      for (const one of [...state.flat(), inputs, labels, grid?.array]) one?.dispose();
      step.dispose();
      evaluate.dispose();
    },
  });
}

/** Weights `[members, inputs, outputs]` of all layers, then biases `[members, 1, outputs]`, started as the engines start them. */
function startParameters({ sizes, members }: Problem): np.Array[] {
  const network = { sizes, activation: 'relu' } as const;
  const parameters = Array.from({ length: members }, (_, seed) => initialParameters(network, seed));
  const slices = layerSlices(network);
  return [
    ...slices.map(({ weights, biases, inputs, outputs }) => {
      const all = parameters.flatMap((member) => Array.from(member.subarray(weights, biases)));
      return arrayOf(all, [members, inputs, outputs]);
    }),
    ...slices.map(({ outputs }) => np.zeros([members, 1, outputs])),
  ];
}

/** jax-js keeps what it is given, which must not be shared with workers. */
function arrayOf(values: ArrayLike<number>, shape: number[]): np.Array {
  return np.array(new Float32Array(values)).reshape(shape);
}
