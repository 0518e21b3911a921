import * as corruptedLabels from './corrupted-labels.ts';
import * as ermVsMixup from './erm-vs-mixup.ts';
import type { Experiment } from './experiment.ts';

/** Every experiment `npm run bake` knows. A module of this folder that exports `name`, `summary` and `run` is one. */
export const experiments: readonly Experiment[] = [ermVsMixup, corruptedLabels];
