/** What the repetitions of a study differ in, and are called by. */
export type Repeats = 'seeds' | 'splits';

/** "seed" or "split". */
export function oneOf(repeats: Repeats): string {
  return repeats.slice(0, -1);
}

/** "1 seed", "8 seeds", "32 splits". */
export function repeatsText(count: number, repeats: Repeats = 'seeds'): string {
  return `${count} ${count === 1 ? oneOf(repeats) : repeats}`;
}
