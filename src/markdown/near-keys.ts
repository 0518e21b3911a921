import { editDistance } from '../core/edit-distance.ts';

/**
 * The known keys an author most likely meant, nearest first.
 *
 * @param key what was written
 * @param known every key there is
 * @param limit at most so many
 */
export function nearKeys(key: string, known: readonly string[], limit = 5): string[] {
  return known
    .map((name) => ({ name, distance: editDistance(key.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** A sentence for an error message that says which key was unknown and which are near. */
export function unknownKey(what: string, key: string, known: readonly string[], remedy: string): string {
  const near = nearKeys(key, known);
  const list = near.length ? ` Did you mean one of: ${near.join(', ')}?` : ` There are none yet.`;
  return `Unknown ${what} "${key}".${list} ${remedy}`;
}
