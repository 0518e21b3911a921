import { keptShares, pictureMethods, type PictureMethod } from '../../studies/between-pictures.ts';
import { classes } from '../../studies/stored-pictures.ts';
import type { ClassWords } from './blended-set.ts';

/** Which picture a named class belongs to. */
type Side = 'a' | 'b' | 'neither';

/** A class that a network names, and how probable it says it is. */
interface NamedClass {
  readonly label: number;
  readonly probability: number;
  readonly side: Side;
}

/** Two short lines on an answer: how sure it is, and what is the matter with it, if anything. */
interface Verdict {
  readonly sure: readonly { readonly text: string; readonly side?: Side }[];
  readonly remark: string | undefined;
}

/**
 * What one network says at a place between two pictures.
 *
 * @param answers `[methods, shares, classes]`
 * @param share of B, from 0 to 1; between the shares kept, answers lie on straight lines
 * @returns the probability of each class
 */
export function probabilitiesAt(answers: Float32Array, method: PictureMethod, share: number): number[] {
  const last = keptShares.length - 1;
  const place = share * last;
  const before = Math.min(last - 1, Math.floor(place));
  const weight = place - before;
  const start = (pictureMethods.indexOf(method) * keptShares.length + before) * classes;
  return Array.from(
    { length: classes },
    (_, label) =>
      (1 - weight) * (answers[start + label] as number) + weight * (answers[start + classes + label] as number),
  );
}

/** A class is named from this probability on, and at most three are. */
const leastNamed = 0.15;
const mostNamed = 3;

/** The classes that an answer names: A's first, B's last, and always the most probable. */
export function namedClasses(probabilities: readonly number[], labels: readonly number[]): NamedClass[] {
  const sideOf = (label: number): Side => (label === labels[0] ? 'a' : label === labels[1] ? 'b' : 'neither');
  const order: readonly Side[] = ['a', 'neither', 'b'];
  return probabilities
    .map((probability, label): NamedClass => ({ label, probability, side: sideOf(label) }))
    .sort((one, other) => other.probability - one.probability)
    .filter(({ probability }, n) => n === 0 || (n < mostNamed && probability >= leastNamed))
    .sort((one, other) => order.indexOf(one.side) - order.indexOf(other.side));
}

/** From this share of a picture on, an answer that names only the other one misses it. */
const seenFrom = 0.3;

/**
 * Judges an answer by what is in the picture.
 *
 * @param share of B
 */
export function judge(
  probabilities: readonly number[],
  labels: readonly number[],
  share: number,
  { names, absence }: ClassWords,
): Verdict {
  const named = namedClasses(probabilities, labels);
  const [top] = [...named].sort((one, other) => other.probability - one.probability) as [NamedClass];
  const a = named.find(({ side }) => side === 'a');
  const b = named.find(({ side }) => side === 'b');
  if (top.side === 'neither')
    return { sure: [{ text: `${percent(top.probability)} sure.` }], remark: absence(top.label) };
  if (a && b)
    return {
      sure: [
        { text: percent(a.probability), side: 'a' },
        { text: ' and ' },
        { text: percent(b.probability), side: 'b' },
        { text: '.' },
      ],
      remark: 'Both are there.',
    };
  const missed = top.side === 'a' ? labels[1] : labels[0];
  const inPicture = top.side === 'a' ? share : 1 - share;
  return {
    sure: [{ text: `${percent(top.probability)} sure.` }],
    remark: inPicture >= seenFrom ? `It misses the ${names[missed as number] ?? ''}.` : undefined,
  };
}

/** A probability in whole percent; what would round to all or nothing stays more or less than that. */
export function percent(probability: number): string {
  const whole = Math.round(100 * probability);
  if (whole >= 100) return '>99\u00A0%';
  if (whole <= 0) return '<1\u00A0%';
  return `${whole}\u00A0%`;
}
