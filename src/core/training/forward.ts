import { exp, tanh } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { convolve, type ConvolutionShape } from './convolution.ts';
import { layerSlices, type Network } from './network.ts';

/**
 * Runs a batch through a network in float64, plainly: the values after every layer.
 *
 * @param parameters flat, in the layout of {@link Network}
 * @param inputs `[count, inputs]` row by row
 * @returns one array for each entry of `network.sizes`, `[count, size]`: the inputs themselves, each hidden layer after its
 *   activation, and last the logits
 */
export function forward(
  network: Network,
  parameters: Float64Array,
  inputs: Float64Array,
  count: number,
): Float64Array[] {
  const layers = layerSlices(network);
  const values = [inputs];
  layers.forEach((layer, l) => {
    const before = values[l] as Float64Array;
    const isLast = l === layers.length - 1;
    const activate = (sum: number): number => (network.activation === 'relu' ? Math.max(0, sum) : tanh(sum));
    if (layer.convolution) {
      values.push(convolveRows(layer.convolution, parameters.subarray(layer.weights), before, count).map(activate));
      return;
    }
    const after = new Float64Array(count * layer.outputs);
    for (let n = 0; n < count; n += 1) {
      for (let o = 0; o < layer.outputs; o += 1) {
        let sum = parameters[layer.biases + o] as number;
        for (let i = 0; i < layer.inputs; i += 1) {
          sum +=
            (before[n * layer.inputs + i] as number) * (parameters[layer.weights + i * layer.outputs + o] as number);
        }
        after[n * layer.outputs + o] = isLast ? sum : activate(sum);
      }
    }
    values.push(after);
  });
  return values;
}

/** The sums of a convolutional layer for several rows, `[count, units]`. */
function convolveRows(
  shape: ConvolutionShape,
  weights: Float64Array,
  before: Float64Array,
  count: number,
): Float64Array {
  const below = before.length / count;
  const rows = Array.from({ length: count }, (_, n) =>
    convolve(shape, weights, before.subarray(n * below, (n + 1) * below)),
  );
  const units = (rows[0] as Float64Array).length;
  const all = new Float64Array(count * units);
  rows.forEach((row, n) => all.set(row, n * units));
  return all;
}

/**
 * The log-softmax of each row, without overflow: the largest logit is subtracted before exponentials are taken.
 *
 * @param logits `[count, classes]`
 * @returns natural logarithms of probabilities, `[count, classes]`
 */
export function logSoftmax(logits: Float64Array, classes: number): Float64Array {
  const result = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += classes) {
    let largest = -Infinity;
    for (let k = 0; k < classes; k += 1) largest = Math.max(largest, logits[start + k] as number);
    let sum = 0;
    for (let k = 0; k < classes; k += 1) sum += exp((logits[start + k] as number) - largest);
    const logSum = largest + log(sum);
    for (let k = 0; k < classes; k += 1) result[start + k] = (logits[start + k] as number) - logSum;
  }
  return result;
}
