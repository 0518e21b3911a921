import { adversarialStrong, adversarialWeak } from './adversarial.ts';
import alphaSweep from './alpha-sweep.ts';
import attackNetworks from './attack-networks.ts';
import betweenExamples from './between-examples.ts';
import corruptedLabels from './corrupted-labels.ts';
import ermVsMixup from './erm-vs-mixup.ts';
import type { Experiment } from './experiment.ts';

/** Every experiment `npm run bake` knows, each the default export of its module. */
export const experiments: readonly Experiment[] = [
  ermVsMixup,
  adversarialWeak,
  adversarialStrong,
  alphaSweep,
  attackNetworks,
  betweenExamples,
  corruptedLabels,
];
