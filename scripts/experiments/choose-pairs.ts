import { exp } from '../../src/core/elementary/exponential.ts';
import type { PictureSet } from '../../src/core/data/pictures.ts';
import { randomInteger, type Random } from '../../src/core/random/random.ts';
import { predictedClass } from '../../src/core/statistics/log-probabilities.ts';
import type { TrainingEnsemble } from '../../src/engine/engine.ts';
import { blendPairs, type PicturePair } from '../../src/studies/between-pictures.ts';

/** What all networks say half way between two pictures. */
export interface HalfWay extends PicturePair {
  /** Labels of A and of B. */
  readonly labels: readonly [number, number];
  /** The most probable class, and its probability, for each member. */
  readonly named: Uint8Array;
  readonly greatest: Float32Array;
  /** Probability of A's and of B's class, for each member. */
  readonly ofA: Float32Array;
  readonly ofB: Float32Array;
}

/** Whether a network names something that is in neither picture. */
export const isThird = ({ named, labels }: HalfWay, member: number): boolean =>
  !labels.includes(named[member] as number);

/** Pairs of pictures of different classes, all equally likely. @param rows to draw from */
export function drawPairs(
  { labels }: PictureSet,
  rows: readonly number[],
  count: number,
  random: Random,
): PicturePair[] {
  const pairs: PicturePair[] = [];
  while (pairs.length < count) {
    const a = rows[randomInteger(random, rows.length)] as number;
    const b = rows[randomInteger(random, rows.length)] as number;
    if (labels[a] !== labels[b]) pairs.push({ a, b });
  }
  return pairs;
}

/** Asks all networks about the point half way between the two pictures of each pair. */
export async function answersHalfWay(
  training: TrainingEnsemble,
  pictures: PictureSet,
  pairs: readonly PicturePair[],
): Promise<HalfWay[]> {
  const { classes, labels } = pictures;
  const members = training.ensemble.members.map((_, member) => member);
  const logs = await training.evaluate(blendPairs(pictures, pairs, [0.5]));
  return pairs.map(({ a, b }, n): HalfWay => {
    const rowOf = (member: number): number => member * pairs.length + n;
    const probability = (member: number, label: number): number => exp(logs[rowOf(member) * classes + label] as number);
    const named = Uint8Array.from(members, (member) => predictedClass(logs, rowOf(member), classes));
    const labelA = labels[a] as number;
    const labelB = labels[b] as number;
    return {
      a,
      b,
      labels: [labelA, labelB],
      named,
      greatest: Float32Array.from(members, (member) => probability(member, named[member] as number)),
      ofA: Float32Array.from(members, (member) => probability(member, labelA)),
      ofB: Float32Array.from(members, (member) => probability(member, labelB)),
    };
  });
}

/** How often a picture, a pair of classes, a third class and a class may come among the chosen pairs. */
const most = { picture: 1, pairOfClasses: 1, third: 3, class: 4 } as const;
/** A pair is looked for among no more than these. */
const searched = 120_000;

/** What pairs are chosen from, and for whom. */
interface PairChoice {
  /** Pictures to draw from. */
  readonly rows: readonly number[];
  /** Number of the shown seed. */
  readonly seed: number;
  /** How many to choose. */
  readonly count: number;
  /** How many pairs to ask about at once. */
  readonly portion: number;
  /** Draws them. */
  readonly random: Random;
}

/**
 * Chooses pairs that show the difference, by a rule: of pairs drawn by lot, in that order, those whose pictures all networks
 * name rightly, the shown ERM network with more than 90 %, and where half way
 *   - the shown ERM network names a third class with more than 90 %,
 *   - at least three quarters of the ERM networks name a third class,
 *   - the shown mixup network gives A and B at least 25 % each and more than 70 % together.
 * The last keeps out pairs whose blend does look like something else: mixup names it too. Each picture and each pair of
 * classes comes once, a third class at most three times, a class at most four times. Those come first of which mixup
 * speaks clearly, with more than 80 % for each picture and more than 85 % for both together half way; within both groups those
 * whose strokes cover each other least, so that the eye finds both.
 */
export async function choosePairs(
  training: TrainingEnsemble,
  pictures: PictureSet,
  { rows, seed, count, portion, random }: PairChoice,
): Promise<HalfWay[]> {
  const { sound, clear } = await rowsNamedRightly(training, pictures, rows, seed);
  const taken = new Map<string, number>();
  const chosen: HalfWay[] = [];
  for (let drawn = 0; drawn < searched && chosen.length < count; drawn += portion) {
    const pairs = await answersHalfWay(training, pictures, drawPairs(pictures, sound, portion, random));
    for (const pair of pairs) {
      if (chosen.length === count) break;
      if (!showsDifference(pair, seed)) continue;
      const uses = usesOf(pair, seed);
      if (uses.some(([key, limit]) => (taken.get(key) ?? 0) >= limit)) continue;
      for (const [key] of uses) taken.set(key, (taken.get(key) ?? 0) + 1);
      chosen.push(pair);
    }
  }
  const isClear = ({ a, b, ofA, ofB }: HalfWay): boolean =>
    clear.has(a) && clear.has(b) && (ofA[2 * seed + 1] as number) + (ofB[2 * seed + 1] as number) > 0.85;
  return chosen.sort(
    (one, other) =>
      Number(isClear(other)) - Number(isClear(one)) || coveredInk(pictures, one) - coveredInk(pictures, other),
  );
}

/** Rows that all networks name rightly, the shown ERM network with more than 90 %; and those of which mixup is clear. */
async function rowsNamedRightly(
  training: TrainingEnsemble,
  pictures: PictureSet,
  rows: readonly number[],
  seed: number,
): Promise<{ readonly sound: readonly number[]; readonly clear: ReadonlySet<number> }> {
  const { classes, width, inputs, labels } = pictures;
  const points = new Float32Array(rows.length * width);
  rows.forEach((row, n) => points.set(inputs.subarray(row * width, (row + 1) * width), n * width));
  const logs = await training.evaluate(points);
  const members = training.ensemble.members.map((_, member) => member);
  const certainty = (member: number, n: number): number =>
    exp(logs[(member * rows.length + n) * classes + (labels[rows[n] as number] as number)] as number);
  const isRight = (member: number, n: number): boolean =>
    predictedClass(logs, member * rows.length + n, classes) === labels[rows[n] as number];
  return {
    sound: rows.filter((_, n) => certainty(2 * seed, n) > 0.9 && members.every((member) => isRight(member, n))),
    clear: new Set(rows.filter((_, n) => certainty(2 * seed + 1, n) > 0.8)),
  };
}

function showsDifference(pair: HalfWay, seed: number): boolean {
  const erm = 2 * seed;
  const mixup = erm + 1;
  const ermNetworks = pair.named.length / 2;
  const thirds = Array.from({ length: ermNetworks }, (_, s) => isThird(pair, 2 * s)).filter(Boolean).length;
  const a = pair.ofA[mixup] as number;
  const b = pair.ofB[mixup] as number;
  return (
    isThird(pair, erm) &&
    (pair.greatest[erm] as number) > 0.9 &&
    thirds >= 0.75 * ermNetworks &&
    Math.min(a, b) >= 0.25 &&
    a + b > 0.7
  );
}

function usesOf({ a, b, labels: [labelA, labelB], named }: HalfWay, seed: number): (readonly [string, number])[] {
  const classes = [labelA, labelB].sort().join(' and ');
  return [
    [`picture ${a}`, most.picture],
    [`picture ${b}`, most.picture],
    [`classes ${classes}`, most.pairOfClasses],
    [`third ${named[2 * seed] ?? ''}`, most.third],
    [`class ${labelA}`, most.class],
    [`class ${labelB}`, most.class],
  ];
}

/** Share of the lighter picture's ink that lies on ink of the other, from 0 to 1. */
function coveredInk({ inputs, width }: PictureSet, { a, b }: PicturePair): number {
  const inkOf = (row: number): Float32Array => inputs.subarray(row * width, (row + 1) * width);
  const [first, second] = [inkOf(a), inkOf(b)];
  const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);
  const covered = first.reduce((total, ink, k) => total + Math.min(ink, second[k] as number), 0);
  return covered / Math.min(sum(first), sum(second));
}
