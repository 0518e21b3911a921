import type { Ensemble } from '../../../src/core/training/ensemble.ts';
import { dropoutThreshold, isDropped, noiseKey, normalIndex, unitIndex } from '../../../src/core/random/noise.ts';
import { normalQuantiles } from '../../../src/core/random/normal-quantiles.ts';
import type { Optimizer } from '../../../src/core/training/optimizer.ts';
import type { Plan } from '../../../src/core/training/create-plan.ts';
import { draw, type Draw } from '../../../src/core/training/draw.ts';
import { backLayer, logSoftmaxOf, runLayer, toFlat, toLayers, zerosLike, type LayerTrace } from './slow-network.ts';

/*
 * Training written for reading, not for speed, in float64: what docs/engines.md says, one example at a time.
 * Indices, lambdas and noise bits are the plan's and the noise functions', which have tests of their own.
 */

/** Parameters and moments of one member, flat. */
export interface SlowMember {
  parameters: number[];
  firstMoments: number[];
  secondMoments: number[];
}

const quantiles = normalQuantiles();

/** One member's training loss (nats) at `step`, counted from 0, and its gradient, both without weight decay. */
export function slowLossAndGradient(
  ensemble: Ensemble,
  plan: Plan,
  m: number,
  step: number,
  parameters: ArrayLike<number>,
): { loss: number; gradient: number[] } {
  const { network, batch } = ensemble;
  const layers = toLayers(network, parameters);
  const gradient = zerosLike(layers);
  const losses = Array.from({ length: batch }, (_, r) =>
    addExample(ensemble, m, step, layers, draw(plan, m, step, r), r, gradient),
  );
  return {
    loss: losses.reduce((sum, loss) => sum + loss, 0) / batch,
    gradient: toFlat(network, gradient).map((sum) => sum / batch),
  };
}

/** The gradient of {@link slowLossAndGradient} alone. */
export function slowGradient(...request: Parameters<typeof slowLossAndGradient>): number[] {
  return slowLossAndGradient(...request).gradient;
}

/** Adds one (virtual) example's gradient and returns its loss. */
function addExample(
  ensemble: Ensemble,
  m: number,
  step: number,
  layers: ReturnType<typeof toLayers>,
  { first: i, second: j, lambda, cut }: Draw,
  r: number,
  gradient: ReturnType<typeof toLayers>,
): number {
  const { network, batch, members } = ensemble;
  const { policy, seed, labels } = members[m] as Ensemble['members'][number];
  const last = layers.length - 1;
  const key = noiseKey(seed);
  const mix = (a: number[], b: number[], weight: number): number[] =>
    a.map((value, k) => weight * value + (1 - weight) * (b[k] as number));
  const withNoise = (x: number[], row: number): number[] =>
    x.map(
      (value, u) =>
        value + policy.inputNoise * (quantiles[normalIndex(key, step, unitIndex(batch, 0, row, u))] as number),
    );
  /** Runs a row through layers `from` (0 is the first) to `to`, exclusive. */
  const run = (x: number[], from: number, to: number, row: number): LayerTrace[] => {
    const traces: LayerTrace[] = [];
    for (let l = from; l < to; l += 1) {
      const factors = l < last ? dropout(l + 1, row) : undefined;
      traces.push(
        runLayer(network, layers[l] as (typeof layers)[number], traces.at(-1)?.output ?? x, l === last, factors),
      );
    }
    return traces;
  };
  const dropout = (layer: number, row: number): number[] =>
    Array.from({ length: network.sizes[layer] as number }, (_, u) =>
      isDropped(key, step, unitIndex(batch, layer, row, u), dropoutThreshold(policy.dropout))
        ? 0
        : 1 / (1 - policy.dropout),
    );
  const back = (traces: LayerTrace[], from: number, outputGradient: number[]): number[] => {
    let current = outputGradient;
    for (let k = traces.length - 1; k >= 0; k -= 1) {
      const l = from + k;
      current = backLayer(
        network,
        layers[l] as (typeof layers)[number],
        traces[k] as LayerTrace,
        l === last,
        current,
        gradient[l] as (typeof layers)[number],
      );
    }
    return current;
  };
  const outOf = (traces: LayerTrace[]): number[] => (traces.at(-1) as LayerTrace).output;

  const oneHot = (row: number): number[] =>
    Array.from({ length: network.sizes.at(-1) as number }, (_, c) => (c === labels[row] ? 1 : 0));
  const label = policy.mixLabels ? mix(oneHot(i), oneHot(j), lambda) : oneHot(i);
  const smooth = label.map((y) => (1 - policy.labelSmoothing) * y + policy.labelSmoothing / label.length);
  const lossOf = (logits: number[]): number =>
    logSoftmaxOf(logits).reduce((sum, logp, c) => sum - logp * (smooth[c] as number), 0);
  const lossGradient = (logits: number[]): number[] =>
    logSoftmaxOf(logits).map((logp, c) => Math.exp(logp) - (smooth[c] as number));

  const inputLambda = policy.mixInputs ? lambda : 1;
  if (policy.layer === 0) {
    const [a, b] = [inputRow(ensemble, i), inputRow(ensemble, j)];
    const isSecond = new Set(policy.mixInputs ? cut : []);
    const together = policy.mask
      ? a.map((value, k) => (isSecond.has(k) ? (b[k] as number) : value))
      : mix(a, b, inputLambda);
    const traces = run(withNoise(together, r), 0, last + 1, r);
    back(traces, 0, lossGradient(outOf(traces)));
    return lossOf(outOf(traces));
  }
  const first = run(withNoise(inputRow(ensemble, i), r), 0, policy.layer, r);
  const second = run(withNoise(inputRow(ensemble, j), batch + r), 0, policy.layer, batch + r);
  const above = run(mix(outOf(first), outOf(second), inputLambda), policy.layer, last + 1, r);
  const mixedGradient = back(above, policy.layer, lossGradient(outOf(above)));
  back(
    first,
    0,
    mixedGradient.map((g) => inputLambda * g),
  );
  back(
    second,
    0,
    mixedGradient.map((g) => (1 - inputLambda) * g),
  );
  return lossOf(outOf(above));
}

function inputRow({ inputs, network }: Ensemble, row: number): number[] {
  const width = network.sizes[0] as number;
  return Array.from(inputs.subarray(row * width, (row + 1) * width));
}

/** One update of a member, in place. `step` counts from 1. */
export function slowUpdate(optimizer: Optimizer, member: SlowMember, gradient: readonly number[], step: number): void {
  gradient.forEach((plain, k) => {
    const w = member.parameters[k] as number;
    const g = plain + optimizer.weightDecay * w;
    if (optimizer.kind === 'sgd') {
      member.firstMoments[k] = optimizer.momentum * (member.firstMoments[k] as number) + g;
      member.parameters[k] = w - optimizer.learningRate * member.firstMoments[k];
      return;
    }
    const { beta1, beta2, epsilon, learningRate } = optimizer;
    member.firstMoments[k] = beta1 * (member.firstMoments[k] as number) + (1 - beta1) * g;
    member.secondMoments[k] = beta2 * (member.secondMoments[k] as number) + (1 - beta2) * g * g;
    const mean = member.firstMoments[k] / (1 - beta1 ** step);
    const meanSquare = member.secondMoments[k] / (1 - beta2 ** step);
    member.parameters[k] = w - (learningRate * mean) / (Math.sqrt(meanSquare) + epsilon);
  });
}
