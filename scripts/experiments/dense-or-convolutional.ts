import { readFullSizeFashion } from '../../src/data/fashion-mnist-full-size/read-full-size.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { denseOrConvolutional } from '../../src/studies/dense-or-convolutional.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'dense-or-convolutional',
  summary:
    'errors of dense networks and of convolutions, small and large (Table 1 and Fig. 4 of the paper), on clothes',
  data: 'fashion-mnist-full-size.bin, 28 x 28 pixels of 16 grays',
  measures: digitsMeasures,
  seeds: [1, 2, 3, 4, 5, 6, 7, 8],
  study: async () => denseOrConvolutional(await readFullSizeFashion()),
});
