import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { learningCurves, learningCurvesConditions } from '../../src/studies/learning-curves.ts';
import { picturesExperiments } from './pictures-experiments.ts';

export default picturesExperiments({
  name: 'learning-curves',
  summary: 'errors while training goes on, with ERM and with mixup (Fig. 3b of the paper)',
  measures: digitsMeasures,
  seeds: 16,
  conditions: learningCurvesConditions(),
  study: learningCurves,
});
