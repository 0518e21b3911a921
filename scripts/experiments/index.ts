import ablation from './ablation.ts';
import alphaSweep from './alpha-sweep.ts';
import betweenExamples from './between-examples.ts';
import capacitySweep from './capacity-sweep.ts';
import corruptedLabels from './corrupted-labels.ts';
import ermVsMixup from './erm-vs-mixup.ts';
import type { Experiment } from './experiment.ts';
import memorization from './memorization.ts';
import planeSets from './plane-sets.ts';

/** Every experiment `npm run bake` knows, each the default export of its module. */
export const experiments: readonly Experiment[] = [
  ermVsMixup,
  memorization,
  betweenExamples,
  alphaSweep,
  capacitySweep,
  corruptedLabels,
  ablation,
  planeSets,
];
