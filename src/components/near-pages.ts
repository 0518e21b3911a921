import { editDistance } from '../core/edit-distance.ts';

/** How near an address has to be to be meant, from 0 to 1. */
const nearEnough = 0.6;
/** What shares all its words with an address is nearly as near as what is spelled the same. */
const byWords = 0.9;
/** Each folder of an address says less than the name after it. */
const byFolder = 0.7;

/**
 * The addresses that a reader may have meant who came to one that leads nowhere: with a slip in a name, half a name, a name in another
 * folder, below another base, or with an ending that this site's addresses lack.
 *
 * @param asked path that leads nowhere
 * @param there paths that lead somewhere
 * @param limit at most so many
 * @returns the nearest first
 */
export function nearPages(asked: string, there: readonly string[], limit = 3): string[] {
  const names = namesOf(asked).reverse();
  return (
    there
      .map((path) => {
        const name = namesOf(path).at(-1) ?? '';
        const nearness = Math.max(0, ...names.map((one, depth) => byFolder ** depth * nearnessOf(one, name)));
        return { path, nearness };
      })
      .filter(({ nearness }) => nearness >= nearEnough)
      .sort((a, b) => b.nearness - a.nearness || a.path.localeCompare(b.path, 'en'))
      .map(({ path }) => path)
      // Not the folder of what is offered itself.
      .filter((path, _, near) => !near.some((other) => other !== path && other.startsWith(path)))
      .slice(0, limit)
  );
}

/** The last name of an address in words, to look for. */
export const wordsOf = (path: string): string => (namesOf(path).at(-1) ?? '').replaceAll('-', ' ');

/** The names along a path, without what differs between hosts and hands. */
function namesOf(path: string): string[] {
  return path
    .split('/')
    .map((name) => plain(name).replace(/\.(html?|mdx?|php)$/, ''))
    .filter((name) => name !== '' && name !== 'index');
}

function plain(name: string): string {
  let text = name;
  try {
    text = decodeURIComponent(name);
  } catch {
    // A lone percent sign is one.
  }
  return text.toLowerCase().replace(/[\s_+]+/g, '-');
}

function nearnessOf(asked: string, name: string): number {
  if (asked === '' || name === '') return 0;
  const spelled = 1 - editDistance(asked, name) / Math.max(asked.length, name.length);
  const words = asked.split('-').filter(Boolean);
  const others = name.split('-');
  const known = words.filter((word) => others.some((other) => isSameWord(word, other))).length;
  return Math.max(spelled, words.length > 0 ? (byWords * known) / words.length : 0);
}

/** Whether two words are one, with at most one slip in five letters. */
const isSameWord = (a: string, b: string): boolean =>
  editDistance(a, b) <= Math.floor(Math.min(a.length, b.length) / 5);
