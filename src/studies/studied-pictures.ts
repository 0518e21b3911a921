import type { DataSet } from '../core/data/data-set.ts';
import { takeRows } from '../core/data/take-rows.ts';
import { allRows } from '../core/training/ensemble.ts';
import { digitsProtocol, type DigitsLength } from './digits-study.ts';
import type { Condition } from './study.ts';

/** The pictures that a study on digits can be had with: the digits, which are quick, and clothes. */
export type StudiedPictures = 'digits' | 'clothes';

/** How many of the clothes a study looks at, the first ones, and on how many of these it tests. All else is as with digits. */
export const clothesProtocol = { pictures: 2500, testRows: 1500 } as const;

/** The clothes that studies look at. @param clothes all of them */
export const studiedClothes = (clothes: DataSet): DataSet => takeRows(clothes, allRows(clothesProtocol.pictures));

/** How long, and on how much, networks are trained and tested on some pictures; what the length says goes before. */
export function lengthOn(pictures: StudiedPictures, length: DigitsLength = {}): DigitsLength {
  return { testRows: { digits: digitsProtocol, clothes: clothesProtocol }[pictures].testRows, ...length };
}

/** A condition of a study that can be had with several sets of pictures. */
export type OnPictures<C extends Condition> = C & { readonly data: StudiedPictures };

/** The conditions of a study on digits, on pictures. Their results are kept under names of their own. */
export function conditionsOn<C extends Condition>(
  pictures: StudiedPictures,
  conditions: readonly C[],
): OnPictures<C>[] {
  return conditions.map((condition) => ({
    ...condition,
    name: pictures === 'digits' ? condition.name : `${pictures} ${condition.name}`,
    data: pictures,
  }));
}

/** The same on digits and on clothes. */
export const onAllPictures = <C extends Condition>(conditions: readonly C[]): OnPictures<C>[] => [
  ...conditionsOn('digits', conditions),
  ...conditionsOn('clothes', conditions),
];
