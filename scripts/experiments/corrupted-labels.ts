import { corruptedConditions, corruptedLabels, summarizeCorrupted } from '../../src/studies/corrupted-labels.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { picturesExperiments } from './pictures-experiments.ts';

export default picturesExperiments({
  name: 'corrupted-labels',
  summary: 'test error and memorization when training labels are wrong (Table 2 of the paper)',
  data: 'labels drawn anew uniformly over all ten classes, corrupted where changed',
  measures: digitsMeasures,
  seeds: 8,
  conditions: corruptedConditions(),
  study: (pictures, length, conditions) => corruptedLabels(pictures, conditions, length),
  summarize: summarizeCorrupted,
});
