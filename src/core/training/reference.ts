import { exp } from '../elementary/exponential.ts';
import { expectFinite, expectInteger, expectLength, expectOneOf } from '../expect.ts';
import { convolveBack } from './convolution.ts';
import { forward, logSoftmax } from './forward.ts';
import { expectParameters, layerSlices, type Network } from './network.ts';

/** Examples as a network sees them: already mixed, with soft labels. */
export interface Batch {
  /** `[count, inputs]` row by row. */
  readonly inputs: Float64Array;
  /** `[count, classes]` row by row: the weight of every class. */
  readonly labels: Float64Array;
  readonly count: number;
}

/** A loss and its derivatives; see {@link lossAndGradient}. */
interface LossAndGradient {
  /** Mean cross-entropy of the batch, in nats. */
  readonly loss: number;
  /** Its gradient for the flat parameters. */
  readonly gradient: Float64Array;
  /** Its gradient for the inputs, `[count, inputs]`. */
  readonly inputGradient: Float64Array;
}

/**
 * The loss that every engine minimizes and its gradients, in float64 and without any trick: what engines are checked against.
 *
 * The loss is the mean over the batch of the soft-label cross-entropy -sum_k y_k log softmax(f(x))_k, mixup's loss
 * (Sec. 2 of the paper); the gradients are those of this mean, by backpropagation. At its kink ReLU has derivative 0.
 *
 * @param network any sizes of at least 1, with or without hidden layers
 * @param parameters flat: for each layer weights `[inputs, outputs]` row by row, then biases
 * @param batch examples already mixed; fields other than `inputs`, `labels` and `count` are ignored
 * @throws RangeError that names the argument, what was expected and what came
 */
export function lossAndGradient(network: Network, parameters: Float64Array, batch: Batch): LossAndGradient {
  const { inputs, labels, count } = expectBatch(network, parameters, batch);
  const layers = layerSlices(network);
  const classes = network.sizes.at(-1) as number;
  const values = forward(network, parameters, inputs, count);
  const logProbabilities = logSoftmax(values.at(-1) as Float64Array, classes);
  const loss = -labels.reduce((sum, label, k) => sum + label * (logProbabilities[k] as number), 0) / count;

  const gradient = new Float64Array(parameters.length);
  let error = errorOfLogits(logProbabilities, labels, classes, count);
  for (let l = layers.length - 1; l >= 0; l -= 1) {
    const { inputs: from, outputs: to, weights, biases, convolution } = layers[l] as (typeof layers)[number];
    const before = values[l] as Float64Array;
    const errorBefore = new Float64Array(before.length);
    for (let n = 0; n < count; n += 1) {
      if (convolution) {
        const row = (all: Float64Array): Float64Array =>
          all.subarray((n * all.length) / count, ((n + 1) * all.length) / count);
        const own = parameters.subarray(weights);
        convolveBack(convolution, own, row(before), row(error), gradient.subarray(weights), row(errorBefore));
        continue;
      }
      for (let o = 0; o < to; o += 1) {
        const delta = error[n * to + o] as number;
        (gradient[biases + o] as number) += delta;
        for (let i = 0; i < from; i += 1) {
          (gradient[weights + i * to + o] as number) += delta * (before[n * from + i] as number);
          (errorBefore[n * from + i] as number) += delta * (parameters[weights + i * to + o] as number);
        }
      }
    }
    if (l > 0) errorBefore.forEach((_, k) => ((errorBefore[k] as number) *= slope(network, before[k] as number)));
    error = errorBefore;
  }
  return { loss, gradient, inputGradient: error };
}

/** The derivative of the mean loss for each logit: probability times the sum of the labels (1) minus label, over count. */
function errorOfLogits(
  logProbabilities: Float64Array,
  labels: Float64Array,
  classes: number,
  count: number,
): Float64Array {
  return labels.map((label, k) => {
    const start = k - (k % classes);
    const total = labels.subarray(start, start + classes).reduce((sum, weight) => sum + weight, 0);
    return (total * exp(logProbabilities[k] as number) - label) / count;
  });
}

/** The derivative of the activation where its value is `value`. */
function slope(network: Network, value: number): number {
  return network.activation === 'tanh' ? 1 - value * value : value > 0 ? 1 : 0;
}

function expectBatch(network: Network, parameters: Float64Array, batch: Batch): Batch {
  const { sizes, activation } = network;
  expectOneOf('network.activation', activation, ['relu', 'tanh']);
  expectInteger('network.sizes.length', sizes.length, 2);
  sizes.forEach((size, l) => expectInteger(`network.sizes[${l}]`, size, 1));
  expectFinite('parameters', expectParameters(network, parameters));
  const { inputs, labels, count } = batch;
  expectInteger('batch.count', count, 1);
  const width = sizes[0] as number;
  const classes = sizes.at(-1) as number;
  expectFinite('batch.inputs', expectLength('batch.inputs', inputs, count * width, `numbers, ${count} x ${width}`));
  expectFinite('batch.labels', expectLength('batch.labels', labels, count * classes, `numbers, ${count} x ${classes}`));
  return batch;
}
