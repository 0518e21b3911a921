import { rings } from '../../../../src/core/data/rings.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { ermPolicy } from '../../../../src/core/training/policy.ts';
import { openParameters, smallNetworkEnsemble } from '../../../../src/studies/small-network.ts';
import { amount, errorOf, type Recomputation } from './recomputation.ts';
import { trainedSlowly } from './slow-network-of.ts';
import { rowOf } from './slow-pictures.ts';

/** A network small enough to be trained slowly as far as the file goes: what is kept of one seed, all the way. */
const ofThreeUnits: Recomputation = async (engine, file) => {
  const { settings, networks } = file as {
    readonly settings: { readonly keptSteps: readonly number[] };
    readonly networks: readonly { seed: number; errors: readonly number[]; parameters: readonly string[] }[];
  };
  const kept = networks[1];
  if (!kept) throw new Error('expected several networks');
  const { seed } = kept;
  const set = rings(2120, 0.09, seed);
  const learning = { network: { sizes: [2, 3, 2], activation: 'relu' }, batch: 24, optimizer: adam(0.01) } as const;
  const rows = Uint32Array.from({ length: 120 }, (_, row) => row);
  const slowly = (steps: number) => trainedSlowly({ ...learning, ...set, policy: ermPolicy, seed, rows }, steps);
  const early = [0, 10, 100].map((step) => {
    const at = settings.keptSteps.indexOf(step);
    const { parameters, answer } = slowly(step);
    const weights = openParameters(kept.parameters[at] ?? '');
    const tests = Array.from({ length: 2000 }, (_, n) => 120 + n);
    const answers = tests.map((row) => ({ logs: answer(rowOf(set, row)), right: set.labels[row] ?? NaN }));
    return {
      of: `kept at step ${step}`,
      measured: {
        'weights apart': Math.max(...parameters.map((value, k) => Math.abs(value - (weights[k] ?? NaN)))),
        error: kept.errors[at] ?? NaN,
      },
      // Kept in thousandths.
      slow: { 'weights apart': amount(0, 0.00052), error: errorOf(answers) },
    };
  });
  const training = await engine.prepare(smallNetworkEnsemble(seed));
  await training.train(20);
  const { parameters } = await training.snapshot();
  training.dispose();
  const slow = slowly(20).parameters;
  const apart = Math.max(...slow.map((value, k) => Math.abs(value - (parameters[k] ?? NaN))));
  return [
    ...early,
    { of: 'trained again', measured: { 'weights apart': apart }, slow: { 'weights apart': amount(0, 1e-5) } },
  ];
};

export const ofSmallNetwork: Readonly<Record<string, Recomputation>> = { 'small-network': ofThreeUnits };
