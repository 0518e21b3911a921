import type { DataSet } from '../../../core/data/data-set.ts';
import { fetchDigitTable } from '../../../data/digits/digits.ts';
import { packed } from '../../../data/fashion-mnist/packed.ts';
import { fetchOnce } from '../../../data/fetch-data.ts';
import { defineParameters, type ValuesOf } from '../../../parameters/parameter.ts';
import type { DigitsLength } from '../../../studies/digits-study.ts';
import { lengthOn, studiedClothes, type StudiedPictures } from '../../../studies/studied-pictures.ts';
import { digitsLength } from './digits-length.ts';
import { digitsRunParameters } from './digits-run.ts';

/** What the pictures are called at the head of rows, and where one chooses. */
export const picturesNames: Readonly<Record<StudiedPictures, string>> = { digits: 'Digits', clothes: 'Clothes' };

/** What a reader can set in every re-run that can be had with digits and with clothes. */
export const picturesRunParameters = defineParameters({
  data: {
    kind: 'choice',
    key: 'data',
    label: 'pictures of',
    choices: [
      { value: 'digits', name: picturesNames.digits },
      { value: 'clothes', name: picturesNames.clothes },
    ],
    default: 'digits',
    joined: true,
  },
  ...digitsRunParameters,
  rows: { ...digitsRunParameters.rows, label: 'training pictures' },
});

/** The situations to start from where pictures, rows and steps are all that readers set. */
export const picturesRunPresets = [
  { name: '1,000 pictures', set: { rows: '1000', steps: '1500' } },
  { name: 'Few pictures', set: { rows: '200', steps: '1500' } },
  { name: 'A short training', set: { rows: '1000', steps: '300' } },
] as const;

const fetchClothes = fetchOnce(async () => {
  const { fetchFashionMnist } = await import('../../../data/fashion-mnist/fashion-mnist.ts');
  return studiedClothes(await fetchFashionMnist(() => undefined));
});

/** The pictures that a run learns, fetched once for all figures of a page. */
export const fetchStudied = (data: StudiedPictures): Promise<DataSet> =>
  data === 'digits' ? fetchDigitTable() : fetchClothes();

/** What a run fetches first, where that is much. */
export const fetchedFirst = ({ data }: { readonly data: StudiedPictures }): string | undefined =>
  data === 'digits' ? undefined : `${(packed.bytes / 1e6).toFixed(1)}\u00A0MB of pictures`;

/** What the reader's settings say of the length of a study on pictures. */
export const picturesLength = (
  settings: Pick<ValuesOf<typeof picturesRunParameters>, 'data' | 'rows' | 'steps'>,
): DigitsLength => lengthOn(settings.data, digitsLength(settings));
