import { readDigits } from '../../src/data/digits/read-digits.ts';
import { ablation, ablationConditions, type AblationDecay } from '../../src/studies/ablation.ts';
import { digitsProtocol } from '../../src/studies/digits-study.ts';
import type { Experiment } from './experiment.ts';
import { studyExperiment } from './study-experiment.ts';

function ablationExperiment(name: string, decay: AblationDecay): Experiment {
  return studyExperiment({
    name,
    summary: `errors and loss of the variants of mixup (Table 5 of the paper), on digits, with the ${decay} weight decay`,
    data: 'digits.csv, pixels / 16',
    measures: ['testError', 'testLoss', 'trainingError'],
    seeds: Array.from({ length: 16 }, (_, n) => n + 1),
    study: async () =>
      ablation(
        await readDigits(),
        // The figure shows how networks end, and nothing on the way.
        { measureEvery: digitsProtocol.steps },
        ablationConditions.filter((condition) => condition.decay === decay),
      ),
  });
}

/** Apart, because one file of all would be too large for a repository. */
export default [ablationExperiment('ablation', 'weak'), ablationExperiment('ablation-strong-decay', 'strong')];
