import { sampleBeta } from '../../src/core/random/beta.ts';
import {
  initialParameters,
  type Network,
} from '../../src/core/training/network.ts';
import { createRandom } from '../../src/core/random/random.ts';
import { lossAndGradient } from '../../src/core/training/reference.ts';

const network: Network = { sizes: [2, 32, 32, 2], activation: 'relu' };
const weights = initialParameters(network, 7); // those of seed 7
const lambda = sampleBeta(1, createRandom(7, 'lambda')); // alpha = 1

const mix = (a: number[], b: number[]) =>
  a.map((value, k) => lambda * value + (1 - lambda) * (b[k] as number));

const inputs = Float64Array.from(mix([1.1, 0.5], [-0.2, 0.3])); // an A, a B
function lossFor(label: number[]) {
  const labels = Float64Array.from(label);
  return lossAndGradient(network, weights, { inputs, labels, count: 1 });
}

const { loss, gradient } = lossFor(mix([1, 0], [0, 1]));
const [same] = mix([lossFor([1, 0]).loss], [lossFor([0, 1]).loss]);
console.log(loss, same, gradient.length);
