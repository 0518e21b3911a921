import { keptShares, pictureMethods, type PictureMethod } from '../../studies/between-pictures.ts';
import { classes } from '../../studies/stored-pictures.ts';

/** What an area of a band stands for: a picture's class, the other class named most, the next, and all further ones. */
type AreaKind = 'a' | 'third' | 'fourth' | 'others' | 'b';

/** An area of a band, painted from its upper edge down to the bottom: the areas after it leave of that what it takes. */
interface BandArea {
  readonly kind: AreaKind;
  /**
   * Path data; across from 0 to 1000 with the share of B and as far again on either side, level, for what lies beyond the middles of
   * both pictures; down from 0 to 100. Empty where it takes nothing.
   */
  readonly path: string;
}

/** A class that is in neither picture, where it takes more than half of a band. */
interface BandName {
  readonly label: number;
  /** Where its area is highest, as a share of B, and the middle of it there, from 0 (top) to 1. */
  readonly share: number;
  readonly middle: number;
}

/** Everything drawn of a band. */
interface Band {
  readonly areas: readonly BandArea[];
  readonly third: BandName | undefined;
}

/** An area is named where it takes more than this. */
const namedFrom = 0.55;

/**
 * Stacks what a network says all along between two pictures: A's class from the top, B's from the bottom, and what is in neither
 * picture between them.
 *
 * @param answers `[methods, shares, classes]`
 * @param labels classes of A and of B
 */
export function stackAnswers(answers: Float32Array, method: PictureMethod, labels: readonly number[]): Band {
  const [third, fourth] = othersByWeight(answers, labels);
  const first = pictureMethods.indexOf(method) * keptShares.length;
  const along = keptShares.map((_, n) => answers.subarray((first + n) * classes, (first + n + 1) * classes));
  const heights: Readonly<Record<AreaKind, (probabilities: Float32Array) => number>> = {
    a: (p) => p[labels[0] as number] as number,
    third: (p) => p[third] as number,
    fourth: (p) => p[fourth] as number,
    others: (p) => p.reduce((sum, one, k) => (labels.includes(k) || k === third || k === fourth ? sum : sum + one), 0),
    b: (p) => p[labels[1] as number] as number,
  };
  let top = along.map(() => 0);
  const areas = (Object.keys(heights) as AreaKind[]).map((kind): BandArea & { top: number[]; bottom: number[] } => {
    const above = top;
    // What is left goes to B, so that rounding leaves no gap at the bottom.
    const below = along.map((p, n) => (kind === 'b' ? 1 : (above[n] as number) + heights[kind](p)));
    top = below;
    const path = kind === 'b' || isSomewhere(above, below) ? pathBelow(above) : '';
    return { kind, path, top: above, bottom: below };
  });
  const middleArea = areas[1] as (typeof areas)[number];
  const sizes = middleArea.bottom.map((bottom, n) => bottom - (middleArea.top[n] as number));
  const widest = sizes.indexOf(Math.max(...sizes));
  const isNamed = (sizes[widest] as number) > namedFrom;
  return {
    areas: areas.map(({ kind, path }) => ({ kind, path })),
    third: isNamed
      ? {
          label: third,
          share: centerOf(sizes),
          middle: ((middleArea.top[widest] as number) + (middleArea.bottom[widest] as number)) / 2,
        }
      : undefined,
  };
}

/** The two classes in neither picture that both networks together give most. */
function othersByWeight(answers: Float32Array, labels: readonly number[]): [number, number] {
  const weights = Array.from({ length: classes }, () => 0);
  answers.forEach((p, k) => (weights[k % classes] = (weights[k % classes] as number) + p));
  const others = weights.map((weight, label) => ({ weight, label })).filter(({ label }) => !labels.includes(label));
  others.sort((one, other) => other.weight - one.weight);
  return others.slice(0, 2).map(({ label }) => label) as [number, number];
}

/** The middle of the stretch where an area takes more than {@link namedFrom}. */
function centerOf(sizes: readonly number[]): number {
  const named = keptShares.filter((_, n) => (sizes[n] as number) > namedFrom);
  return ((named[0] as number) + (named.at(-1) as number)) / 2;
}

/** Whether an area is anywhere as high as can be drawn. */
const isSomewhere = (above: readonly number[], below: readonly number[]): boolean =>
  above.some((top, n) => tenth(100 * top) < tenth(100 * (below[n] as number)));

/** Everything below an edge. Where it runs straight, its ends are enough: the page brings the paths in its text. */
function pathBelow(edge: readonly number[]): string {
  const thousandths = edge.map((top) => Math.round(1000 * top));
  const points = thousandths.flatMap((height, n) => {
    const isStraight = height - (thousandths[n - 1] ?? NaN) === (thousandths[n + 1] ?? NaN) - height;
    return isStraight ? [] : [`${1000 * (keptShares[n] as number)} ${height / 10}`];
  });
  const [from, to] = [thousandths[0] as number, thousandths.at(-1) as number];
  return `M-1000 ${from / 10}L${points.join('L')}L2000 ${to / 10}V100H-1000Z`;
}

const tenth = (value: number): number => Math.round(10 * value) / 10;
