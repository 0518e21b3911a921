import { alphaSweep, alphaSweepConditions } from '../../src/studies/alpha-sweep.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { picturesExperiments } from './pictures-experiments.ts';

export default picturesExperiments({
  name: 'alpha-sweep',
  summary: 'errors and loss for each alpha (Table 1 of the paper)',
  measures: digitsMeasures,
  seeds: 16,
  conditions: alphaSweepConditions,
  study: alphaSweep,
});
