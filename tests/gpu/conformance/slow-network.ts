import type { Network } from '../../../src/core/training/network.ts';

/*
 * A network written for reading, not for speed: one example at a time, nested arrays, plain loops. A layer of convolutions is a fully
 * connected one, most of whose weights are 0 and the others the same at every place.
 * It shares no code with any engine. tests/unit/slow-implementation.test.ts holds it against finite differences.
 */

interface SlowLayer {
  /** `weights[input][output]` */
  readonly weights: number[][];
  readonly biases: number[];
}

/** What one layer did to one example. */
export interface LayerTrace {
  readonly input: number[];
  /** After the activation, before dropout. For the last layer: logits. */
  readonly activated: number[];
  /** What dropout multiplied each unit by. */
  readonly factors: number[];
  readonly output: number[];
}

/** Cuts flat parameters into layers: weights row by row, then biases. */
export function toLayers(network: Network, flat: ArrayLike<number>): SlowLayer[] {
  const { sizes } = network;
  let next = 0;
  const take = (count: number): number[] => Array.from({ length: count }, () => flat[next++] as number);
  return sizes.slice(1).map((outputs, l) => {
    const shared = sharedWeights(network, l);
    if (shared) {
      const values = take(shared.count);
      const biases = take(shared.channels);
      const weights = Array.from({ length: sizes[l] as number }, () => new Array<number>(outputs).fill(0));
      for (const { from, to, weight } of shared.uses) (weights[from] as number[])[to] = values[weight] as number;
      return {
        weights,
        biases: Array.from({ length: outputs }, (_, unit) => biases[unit % shared.channels] as number),
      };
    }
    const weights = Array.from({ length: sizes[l] as number }, () => take(outputs));
    return { weights, biases: take(outputs) };
  });
}

/** What layers say of the parameters of {@link toLayers}: the sum over all places where one is used. */
export function toFlat(network: Network, layers: readonly SlowLayer[]): number[] {
  return layers.flatMap(({ weights, biases }, l) => {
    const shared = sharedWeights(network, l);
    if (!shared) return [...weights.flat(), ...biases];
    const sums = new Array<number>(shared.count + shared.channels).fill(0);
    const add = (at: number, value: number): void => {
      sums[at] = (sums[at] as number) + value;
    };
    for (const { from, to, weight } of shared.uses) add(weight, (weights[from] as number[])[to] as number);
    biases.forEach((bias, unit) => add(shared.count + (unit % shared.channels), bias));
    return sums;
  });
}

/** How many weights a layer of convolutions has, and from which unit below to which above each of them is used; nothing of a dense layer. */
function sharedWeights({ sizes, convolutions = [] }: Network, l: number) {
  const convolution = convolutions[l];
  if (!convolution) return undefined;
  const { channels, stride } = convolution;
  const channelsBelow = l === 0 ? 1 : (convolutions[l - 1]?.channels ?? 1);
  const sideBelow = Math.sqrt((sizes[l] as number) / channelsBelow);
  const side = Math.sqrt((sizes[l + 1] as number) / channels);
  const uses: { readonly from: number; readonly to: number; readonly weight: number }[] = [];
  const seen = (at: number, k: number): number | undefined => {
    const below = at * stride + k - 1;
    return below >= 0 && below < sideBelow ? below : undefined;
  };
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1)
      for (let k = 0; k < 9; k += 1) {
        const [y, x] = [seen(row, Math.floor(k / 3)), seen(column, k % 3)];
        if (y === undefined || x === undefined) continue;
        for (let from = 0; from < channelsBelow; from += 1)
          for (let to = 0; to < channels; to += 1)
            uses.push({
              from: (y * sideBelow + x) * channelsBelow + from,
              to: (row * side + column) * channels + to,
              weight: (k * channelsBelow + from) * channels + to,
            });
      }
  return { channels, count: 9 * channelsBelow * channels, uses };
}

export function zerosLike(layers: readonly SlowLayer[]): SlowLayer[] {
  return layers.map(({ weights, biases }) => ({
    weights: weights.map((row) => row.map(() => 0)),
    biases: biases.map(() => 0),
  }));
}

/** Runs one layer. `isLast` leaves out the activation. */
export function runLayer(
  network: Network,
  layer: SlowLayer,
  input: number[],
  isLast: boolean,
  factors?: number[],
): LayerTrace {
  const activated = layer.biases.map((bias, o) => {
    let sum = bias;
    for (let i = 0; i < input.length; i += 1)
      sum += (input[i] as number) * ((layer.weights[i] as number[])[o] as number);
    if (isLast) return sum;
    return network.activation === 'tanh' ? Math.tanh(sum) : sum > 0 ? sum : 0;
  });
  const kept = factors ?? activated.map(() => 1);
  return { input, activated, factors: kept, output: activated.map((value, o) => value * (kept[o] as number)) };
}

/**
 * The way back through one layer: adds to its parameters' gradient, returns the gradient for its input.
 *
 * @param outputGradient gradient for the trace's `output`
 */
export function backLayer(
  network: Network,
  layer: SlowLayer,
  trace: LayerTrace,
  isLast: boolean,
  outputGradient: number[],
  gradient: SlowLayer,
): number[] {
  const delta = outputGradient.map((g, o) => {
    if (isLast) return g;
    const value = trace.activated[o] as number;
    const slope = network.activation === 'tanh' ? 1 - value * value : value > 0 ? 1 : 0;
    return g * (trace.factors[o] as number) * slope;
  });
  delta.forEach((d, o) => {
    gradient.biases[o] = (gradient.biases[o] as number) + d;
  });
  return trace.input.map((x, i) => {
    const row = layer.weights[i] as number[];
    const into = gradient.weights[i] as number[];
    let sum = 0;
    for (let o = 0; o < delta.length; o += 1) {
      const d = delta[o] as number;
      into[o] = (into[o] as number) + x * d;
      sum += d * (row[o] as number);
    }
    return sum;
  });
}

export function logSoftmaxOf(logits: number[]): number[] {
  const largest = Math.max(...logits);
  const log = Math.log(logits.reduce((sum, z) => sum + Math.exp(z - largest), 0));
  return logits.map((z) => z - largest - log);
}

/** Log-probabilities of one point. */
export function logProbabilities(network: Network, layers: readonly SlowLayer[], point: number[]): number[] {
  let values = point;
  layers.forEach((layer, l) => {
    values = runLayer(network, layer, values, l === layers.length - 1).output;
  });
  return logSoftmaxOf(values);
}

/** Gradient of one point's cross-entropy for its inputs. */
export function inputGradient(
  network: Network,
  layers: readonly SlowLayer[],
  point: number[],
  label: number[],
): number[] {
  const traces: LayerTrace[] = [];
  layers.forEach((layer, l) => {
    traces.push(runLayer(network, layer, traces.at(-1)?.output ?? point, l === layers.length - 1));
  });
  const unused = zerosLike(layers);
  const probabilities = logSoftmaxOf((traces.at(-1) as LayerTrace).output).map(Math.exp);
  const sumOfOthers = (values: readonly number[], c: number): number =>
    values.reduce((sum, value, k) => (k === c ? sum : sum + value), 0);
  // Softmax minus label, where labels sum to 1, without a difference of nearly equal numbers.
  let back = probabilities.map(
    (p, c) => p * sumOfOthers(label, c) - (label[c] as number) * sumOfOthers(probabilities, c),
  );
  for (let l = layers.length - 1; l >= 0; l -= 1) {
    back = backLayer(
      network,
      layers[l] as SlowLayer,
      traces[l] as LayerTrace,
      l === layers.length - 1,
      back,
      unused[l] as SlowLayer,
    );
  }
  return back;
}
