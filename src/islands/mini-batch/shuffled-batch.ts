import { createRandom, shuffle } from '../../core/random/random.ts';

/**
 * Whom each example of a mini-batch is blended with: the batch in another order, as in the authors' code. An example may meet
 * itself.
 *
 * @param seed a whole number
 * @returns for each example the number of its partner, `[size]`
 */
export function partnersOf(size: number, seed: number): number[] {
  return Array.from(
    shuffle(
      Uint32Array.from({ length: size }, (_, k) => k),
      createRandom(seed, 'partners in the batch'),
    ),
  );
}

/** A wire from each example to its place in the shuffled batch, as path data from edge 0 to edge 1, an example a unit wide. */
export function wires(partners: readonly number[], direction: 'down' | 'across'): string[] {
  return partners.map((from, to) => {
    const [start, end] = [from + 0.5, to + 0.5];
    return direction === 'down'
      ? `M${start} 0C${start} .6 ${end} .4 ${end} 1`
      : `M0 ${start}C.6 ${start} .4 ${end} 1 ${end}`;
  });
}
