import { readFullSizeFashion } from '../../src/data/fashion-mnist-full-size/read-full-size.ts';
import { digitsMeasures } from '../../src/studies/digits-study.ts';
import { mixupOrCutmix } from '../../src/studies/mixup-or-cutmix.ts';
import { studyExperiment } from './study-experiment.ts';

export default studyExperiment({
  name: 'mixup-or-cutmix',
  summary: 'errors and loss on clothes of pictures weighed, cut by patches and cut by scattered pixels',
  data: 'fashion-mnist-full-size.bin, 28 x 28 pixels of 16 grays',
  measures: digitsMeasures,
  seeds: [1, 2, 3, 4, 5, 6, 7, 8],
  study: async () => mixupOrCutmix(await readFullSizeFashion()),
});
