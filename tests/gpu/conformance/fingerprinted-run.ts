import { moons } from '../../../src/core/data/moons.ts';
import { allRows, type Ensemble } from '../../../src/core/training/ensemble.ts';
import { fingerprint } from '../../../src/core/training/fingerprint.ts';
import { adam } from '../../../src/core/training/optimizer.ts';
import { mixupPolicy } from '../../../src/core/training/policy.ts';
import type { Engine } from '../../../src/engine/engine.ts';

/** What the run below ends with on every machine. It changes only with what an engine computes, and then has to be written anew. */
export const knownFingerprint = 'e821745e5ed22241';

const { inputs, labels } = moons(150, 0.15, 7);
const rows = allRows(150);

/** A run that meets everything whose last bit depends on the browser: normal numbers, sines, tanh, noise, lambda, Adam. */
const ensemble: Ensemble = {
  network: { sizes: [2, 9, 8, 2], activation: 'tanh' },
  inputs,
  members: [
    mixupPolicy(0),
    mixupPolicy(0.4, { lambdaPer: 'example', partnerPool: 'batch' }),
    mixupPolicy(1, { layer: 1, dropout: 0.2, inputNoise: 0.1 }),
    mixupPolicy(8, { partnerClass: 'same', labelSmoothing: 0.1 }),
    mixupPolicy(1, { partnerChoice: 'nearest', nearest: 5, heavier: 'first' }),
  ].map((policy, m) => ({ seed: 11 * m, policy, optimizer: adam(0.01, 1e-4), labels, rows })),
  batch: 20,
};

/** Trains that run and ends the engine. */
export async function fingerprintOn(engine: Engine): Promise<string | undefined> {
  const training = await engine.prepare(ensemble);
  await training.train(40);
  await training.train(60);
  const { parameters } = await training.snapshot();
  engine.dispose();
  return fingerprint(parameters);
}
