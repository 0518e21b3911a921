import ablation from './ablation.ts';
import { adversarialStrong, adversarialWeak } from './adversarial.ts';
import alphaSweep from './alpha-sweep.ts';
import attackNetworks from './attack-networks.ts';
import betweenExamples from './between-examples.ts';
import capacitySweep from './capacity-sweep.ts';
import corruptedLabels from './corrupted-labels.ts';
import ermVsMixup from './erm-vs-mixup.ts';
import type { Experiment } from './experiment.ts';
import learningCurves from './learning-curves.ts';
import memorization from './memorization.ts';
import memorizedDigits from './memorized-digits.ts';
import planeSets from './plane-sets.ts';
import tabularData from './tabular-data.ts';

/** Every experiment `npm run bake` knows, from the default exports of their modules. */
export const experiments: readonly Experiment[] = [
  ermVsMixup,
  memorization,
  betweenExamples,
  alphaSweep,
  learningCurves,
  capacitySweep,
  corruptedLabels,
  memorizedDigits,
  ablation,
  adversarialWeak,
  adversarialStrong,
  attackNetworks,
  planeSets,
  ...tabularData,
];
