import { betweenConditions, betweenExamples, betweenMeasures } from '../../src/studies/between-examples.ts';
import { picturesExperiments } from './pictures-experiments.ts';

export default picturesExperiments({
  name: 'between-examples',
  summary: 'misses and gradient norm between training examples (Fig. 2 of the paper)',
  data: '200 random pairs of training rows for each seed',
  measures: betweenMeasures,
  seeds: 16,
  conditions: betweenConditions(),
  study: betweenExamples,
});
