import { defineParameters } from '../../parameters/parameter.ts';

/** How many pictures of each of the two digits the ends can stand on. */
export const picturesEach = 5;

/** Everything a reader can set in the figure "A blend on its way". */
export const blendOnSegmentParameters = defineParameters({
  lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.6 },
  i: { kind: 'integer', key: 'i', label: 'picture i', min: 0, max: 2 * picturesEach - 1, default: 1 },
  j: { kind: 'integer', key: 'j', label: 'picture j', min: 0, max: 2 * picturesEach - 1, default: 7 },
});
