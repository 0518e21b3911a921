import { planeMeasures, planeStudy } from '../../src/studies/plane-sets.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'plane-sets',
  summary: 'where mixup wins and where it loses, in the plane',
  data: 'generated from the seed: rings, moons with 30 % wrong labels, overlapping blobs, moons, spirals',
  measures: planeMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: () => Promise.resolve(planeStudy()),
});
