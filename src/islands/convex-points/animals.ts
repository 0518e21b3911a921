/** The points of the figure, in the order in which they join: length of the snout and of an ear, in centimeters. */
export const animals = [
  { name: 'cat', color: 'a', x: 3, y: 6 },
  { name: 'dog', color: 'b', x: 10, y: 9 },
  { name: 'rabbit', color: 'c', x: 4, y: 13 },
  { name: 'fox', x: 7, y: 9.5 },
  { name: 'mouse', x: 1.5, y: 2 },
  { name: 'goat', x: 13, y: 14 },
] as const;

/** Fewer points than this have nothing to mix. */
export const fewestAnimals = 2;
