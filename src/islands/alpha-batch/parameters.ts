import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { defineParameters } from '../../parameters/parameter.ts';

/** Everything a reader can set in the figure "A mini-batch at this alpha". */
export const alphaBatchParameters = defineParameters({
  alpha: { ...alphaParameter(1), zero: true },
  per: {
    kind: 'choice',
    key: 'per',
    label: 'one λ for each',
    choices: [
      { value: 'example', name: 'pair' },
      { value: 'batch', name: 'mini-batch' },
    ],
    default: 'example',
  },
  // With this seed the first mini-batch is a typical one: at alpha 1, 3 of its 16 pairs are barely mixed, where 3.2 are expected.
  seed: { kind: 'integer', key: 'seed', label: 'seed', min: 0, max: 9999, default: 38 },
  draw: { kind: 'integer', key: 'draw', label: 'mini-batch', min: 1, max: 200, default: 1 },
});
