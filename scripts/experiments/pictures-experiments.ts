import type { DataSet } from '../../src/core/data/data-set.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import { readFashionMnist } from '../../src/data/fashion-mnist/read-fashion-mnist.ts';
import type { DigitsLength } from '../../src/studies/digits-study.ts';
import {
  clothesProtocol,
  conditionsOn,
  lengthOn,
  studiedClothes,
  type OnPictures,
} from '../../src/studies/studied-pictures.ts';
import type { Condition, Study } from '../../src/studies/study.ts';
import type { Summarize } from '../../src/studies/summarize-study.ts';
import type { Experiment } from './experiment.ts';
import { studyExperiment } from './study-experiment.ts';

interface PicturesToBake<Name extends string, C extends Condition> {
  /** Of the experiment on digits; the other one's ends in `-clothes`. */
  readonly name: string;
  readonly summary: string;
  /** What else there is to say of the data, in words. */
  readonly data?: string;
  readonly measures: readonly Name[];
  /** How many, of each. */
  readonly seeds: number;
  /** On digits. */
  readonly conditions: readonly C[];
  readonly study: (pictures: DataSet, length: DigitsLength, conditions: readonly OnPictures<C>[]) => Study<Name>;
  readonly summarize?: Summarize<Name>;
}

/** How the sets of pictures are called, and read. */
export const pictureSets = {
  digits: { end: '', data: 'digits.csv, pixels / 16', read: readDigits },
  clothes: {
    end: '-clothes',
    data: `fashion-mnist.bin, the first ${clothesProtocol.pictures} pictures`,
    read: async () => studiedClothes(await readFashionMnist()),
  },
} as const;

/** A study on digits and the same on clothes, apart, so that each has a fingerprint that a run on a reader's device can have as well. */
export function picturesExperiments<Name extends string, C extends Condition>(
  bake: PicturesToBake<Name, C>,
): Experiment[] {
  return (['digits', 'clothes'] as const).map((pictures) => {
    const { end, data, read } = pictureSets[pictures];
    return studyExperiment({
      name: `${bake.name}${end}`,
      summary: `${bake.summary}, on ${pictures}`,
      data: bake.data === undefined ? data : `${data}; ${bake.data}`,
      measures: bake.measures,
      seeds: Array.from({ length: bake.seeds }, (_, n) => n + 1),
      study: async () => bake.study(await read(), lengthOn(pictures), conditionsOn(pictures, bake.conditions)),
      ...(bake.summarize && { summarize: bake.summarize }),
    });
  });
}
