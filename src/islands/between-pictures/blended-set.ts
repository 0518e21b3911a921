import { clothesNames } from '../../data/fashion-mnist/class-names.ts';

/** Sets of pictures between which readers can look, the one that opens the site first. */
export const blendedSets = ['digits', 'clothes'] as const;
export type BlendedSet = (typeof blendedSets)[number];

/** One fact for each set. */
export type PerSet<Fact> = Readonly<Record<BlendedSet, Fact>>;

/** What the sets are called where one is chosen. */
export const setNames: PerSet<string> = { digits: 'Digits', clothes: 'Clothes' };

/** How the classes of a set are spoken of. */
export interface ClassWords {
  readonly names: readonly string[];
  /** What is said of a class that a network names and that is in neither picture. */
  readonly absence: (label: number) => string;
}

const digits = Array.from({ length: 10 }, (_, label) => String(label));

export const classWords: PerSet<ClassWords> = {
  digits: { names: digits, absence: (label) => `There is no ${digits[label] ?? ''}.` },
  clothes: {
    names: clothesNames,
    absence: (label) => (clothesNames[label] === 'trousers' ? 'There are none.' : 'There is none.'),
  },
};
