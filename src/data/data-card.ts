/** What is said of a data set of real measurements that the site ships, and whom to thank for it. */
export interface DataCard {
  /** As it was published. */
  readonly name: string;
  /** What figures call it, where that is shorter. */
  readonly called?: string;
  readonly holds: string;
  /** What a share-alike license holds for everything made of, if not its name. */
  readonly material?: string;
  readonly creators: string;
  readonly year: number;
  readonly publisher: string;
  /** Bare DOI at the publisher. */
  readonly doi?: string;
  /** Where it was published, if it has no DOI. */
  readonly address?: string;
  readonly license: License;
  /** Path of the file, below the site's base. */
  readonly file: string;
}

/** Where a data set was published. */
export function sourceOf({ name, doi, address }: DataCard): string {
  const source = doi === undefined ? address : `https://doi.org/${doi}`;
  if (source === undefined) throw new Error(`${name}: expected a card with a doi or an address, got neither.`);
  return source;
}

/** A license as it is named, and the address of its text. */
interface License {
  readonly name: string;
  readonly address: string;
  /** Whether what is made of the data has to carry the same license. */
  readonly shareAlike?: boolean;
}

export const creativeCommonsBy: License = {
  name: 'CC BY 4.0',
  address: 'https://creativecommons.org/licenses/by/4.0/',
};

export const creativeCommonsByShareAlike: License = {
  name: 'CC BY-SA 3.0',
  address: 'https://creativecommons.org/licenses/by-sa/3.0/',
  shareAlike: true,
};

export const mit: License = {
  name: 'MIT license',
  address: 'https://opensource.org/license/mit',
};

/** Where most of the data sets were published. */
export const uciRepository = 'UCI Machine Learning Repository';
