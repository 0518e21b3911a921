import { exp, tanh } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
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
    const after = new Float64Array(count * layer.outputs);
    for (let n = 0; n < count; n += 1) {
      for (let o = 0; o < layer.outputs; o += 1) {
        let sum = parameters[layer.biases + o] as number;
        for (let i = 0; i < layer.inputs; i += 1) {
          sum +=
            (before[n * layer.inputs + i] as number) * (parameters[layer.weights + i * layer.outputs + o] as number);
        }
        const isLast = l === layers.length - 1;
        after[n * layer.outputs + o] = isLast ? sum : network.activation === 'relu' ? Math.max(0, sum) : tanh(sum);
      }
    }
    values.push(after);
  });
  return values;
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
