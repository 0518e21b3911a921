import { createRandom, randomNormal } from '../random/random.ts';
import { layerSlices, parameterCount, type Network } from '../training/network.ts';
import type { Game } from './game.ts';

/**
 * The initial parameters of one of a game's networks; they depend on the seed and the kind of start alone.
 *
 * @param name tells both networks apart
 * @returns flat, in the layout of {@link Network}, each a float32 value
 */
export function gameStart({ rules, seed }: Game, network: Network, name: 'generator' | 'discriminator'): Float64Array {
  const parameters = new Float64Array(parameterCount(network));
  layerSlices(network).forEach(({ inputs, outputs, weights, biases }, l) => {
    const random = createRandom(seed, 'game', name, l);
    const bound = 1 / Math.sqrt(inputs);
    const end = biases + outputs;
    for (let k = weights; k < end; k += 1) {
      if (rules.start === 'uniform') parameters[k] = Math.fround(bound * (2 * random() - 1));
      else if (k < biases) parameters[k] = Math.fround(Math.sqrt(2) * bound * randomNormal(random));
    }
  });
  return parameters;
}
