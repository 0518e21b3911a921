import { planeMeasures, winsAndLosses } from '../../src/studies/wins-and-losses.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'wins-and-losses',
  summary: 'where mixup wins and where it loses, in the plane',
  data: 'generated from the seed: rings, moons with 30 % wrong labels, overlapping blobs, moons, spirals',
  measures: planeMeasures,
  seeds: Array.from({ length: 16 }, (_, n) => n + 1),
  study: () => Promise.resolve(winsAndLosses()),
});
