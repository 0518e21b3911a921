import type { DataSet } from '../core/data/data-set.ts';
import { rings } from '../core/data/rings.ts';
import { expectLength } from '../core/expect.ts';
import { allRows, type Ensemble } from '../core/training/ensemble.ts';
import { parameterCount, type Network } from '../core/training/network.ts';
import { adam } from '../core/training/optimizer.ts';
import { ermPolicy } from '../core/training/policy.ts';

/** Two inputs, three units, two answers: small enough to draw every wire. */
export const smallNetwork: Network = { sizes: [2, 3, 2], activation: 'relu' };

/** How it is trained, and at which steps its weights are kept. */
export const smallNetworkProtocol = {
  trainingRows: 120,
  testRows: 2000,
  noise: 0.09,
  optimizer: adam(0.01),
  batch: 24,
  keptSteps: [0, 10, 20, 30, 40, 50, 60, 80, 100, 125, 150, 175, 200, 250, 300, 350, 400, 500, 600, 700, 800],
} as const;

/** The rings of a seed: those trained on, then those tested with. */
export function smallNetworkRows(seed: number): DataSet {
  const { trainingRows, testRows, noise } = smallNetworkProtocol;
  return rings(trainingRows + testRows, noise, seed);
}

/** One network on its seed's rings, trained as usual. */
export function smallNetworkEnsemble(seed: number): Ensemble {
  const { inputs, labels } = smallNetworkRows(seed);
  const { trainingRows, optimizer, batch } = smallNetworkProtocol;
  const rows = allRows(trainingRows);
  return { network: smallNetwork, inputs, members: [{ seed, policy: ermPolicy, optimizer, labels, rows }], batch };
}

/** Weights are kept in thousandths, in two bytes. */
const perUnit = 1000;

/** Writes parameters in thousandths as a text, two bytes each. @param parameters between -32 and 32 */
export function packParameters(parameters: ArrayLike<number>): string {
  const whole = Int16Array.from(parameters, (value) => Math.round(perUnit * value));
  return btoa(String.fromCharCode(...new Uint8Array(whole.buffer)));
}

/** Reads what {@link packParameters} wrote. @throws RangeError if they are not those of the network */
export function openParameters(text: string): Float64Array {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const whole = new Int16Array(bytes.buffer);
  expectLength('parameters', whole, parameterCount(smallNetwork), 'numbers');
  return Float64Array.from(whole, (value) => value / perUnit);
}
