import { combine } from '../../core/geometry/combination.ts';
import { animals } from './animals.ts';

/** What is drawn of an animal besides snout and ear, in centimeters. */
interface Features {
  /** Thickness of the snout at its tip, width of an ear, how far its tip leans forward, how far its sides bulge. */
  readonly muzzle: number;
  readonly earWidth: number;
  readonly lean: number;
  readonly bulge: number;
  readonly eye: number;
  readonly whisker: number;
  readonly beard: number;
  readonly horn: number;
}

const features: Readonly<Record<(typeof animals)[number]['name'], Features>> = {
  cat: { muzzle: 1.6, earWidth: 4.6, lean: 0.2, bulge: 0.1, eye: 0.95, whisker: 4, beard: 0, horn: 0 },
  dog: { muzzle: 3.2, earWidth: 3.2, lean: -5, bulge: 1.6, eye: 0.7, whisker: 0, beard: 0, horn: 0 },
  rabbit: { muzzle: 2.4, earWidth: 2.6, lean: -1.4, bulge: 1.1, eye: 0.95, whisker: 2.6, beard: 0, horn: 0 },
  fox: { muzzle: 0.8, earWidth: 5, lean: 0.6, bulge: 0, eye: 0.65, whisker: 2.2, beard: 0, horn: 0 },
  mouse: { muzzle: 0.6, earWidth: 3, lean: -0.4, bulge: 1.7, eye: 0.7, whisker: 3.4, beard: 0, horn: 0 },
  goat: { muzzle: 2.8, earWidth: 2, lean: -5, bulge: 1, eye: 0.65, whisker: 0, beard: 4, horn: 6 },
};

/** Lines of a head in profile, in centimeters with y down, as the numbers between the letters of {@link drawingPaths}. */
type Drawing = readonly number[];

/**
 * The head of an animal. Every number is a sum of its features, each times a constant, and so a weighted average of heads is the
 * head of the averages.
 *
 * @param index which animal
 * @param snout and ear: their lengths in centimeters, which readers change
 */
export function drawAnimal(index: number, snout: number, ear: number): Drawing {
  const { name } = animals[index] as (typeof animals)[number];
  const { muzzle, earWidth, lean, bulge, eye, whisker, beard, horn } = features[name];
  const tip = 3 + snout;
  const earAt = (x: number, y: number): number[] => {
    const toTip = 0.45 * earWidth + lean;
    const toEnd = toTip - earWidth;
    return [
      ...[x, y],
      ...[x + 0.3 * toTip - bulge, y - 0.3 * ear, x + 0.75 * toTip - bulge, y - 0.85 * ear, x + toTip, y - ear],
      ...[x + earWidth + 0.75 * toEnd + bulge, y - 0.85 * ear, x + earWidth + 0.3 * toEnd + bulge, y - 0.3 * ear],
      ...[x + earWidth, y + 0.3],
    ];
  };
  return [
    // The head: neck, crown, forehead, snout, nose, chin, throat.
    ...[-4, 7],
    ...[-5.5, 3.5, -5.6, -1, -4, -3],
    ...[-2.5, -4.8, 0.8, -4.8, 2, -3],
    ...[2.8, -1.9, 2.6 + 0.3 * snout, -1 - 0.2 * muzzle, tip - 0.4, 0.6 - 0.5 * muzzle],
    ...[tip + 0.5, 0.7 - 0.4 * muzzle, tip + 0.5, 1 + 0.4 * muzzle, tip - 0.6, 1 + 0.5 * muzzle],
    ...[2.6 + 0.4 * snout, 1.6 + 0.6 * muzzle, 2, 3.2 + 0.2 * muzzle, 0.6, 4],
    ...[0.2, 5, 0.4, 6, 0.8, 7],
    // The ears, the far one first.
    ...earAt(-1.2, -3.9),
    ...earAt(-4, -2.8),
    // The horn, the beard, a whisker up and one down.
    ...[0.8, -4.2, 0.8 - 0.1 * horn, -4.2 - 0.6 * horn, 0.8 - 0.5 * horn, -4.2 - horn, 0.8 - horn, -4.2 - 0.9 * horn],
    ...[
      1.2,
      3.7,
      1.2 + 0.1 * beard,
      3.7 + 0.5 * beard,
      1.2 + 0.25 * beard,
      3.7 + 0.9 * beard,
      1.2 + 0.5 * beard,
      3.7 + beard,
    ],
    ...[2 + 0.6 * snout, 0.9, 2 + 0.6 * snout - 0.5 * whisker, 0.9 - 0.55 * whisker],
    ...[2 + 0.6 * snout, 1.4, 2 + 0.6 * snout - 0.6 * whisker, 1.4 + 0.35 * whisker],
    // The eye and the nose: middle and radius.
    ...[0.7, -1.2, eye],
    ...[tip - 0.1, 0.7, 0.55],
  ];
}

/** The weighted sum of drawings, number by number. */
export const mixDrawings = (drawings: readonly Drawing[], weights: readonly number[]): Drawing =>
  combine(drawings, weights);

/** A circle of a drawing; its radius is never below 0. */
interface Dot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A drawing as path data and dots. */
export function drawingPaths(drawing: Drawing): {
  readonly head: string;
  readonly ears: readonly [string, string];
  readonly lines: string;
  readonly eye: Dot;
  readonly nose: Dot;
} {
  let next = 0;
  /** A line along as many numbers; nothing where it has no length, which would leave a dot. */
  const line = (kind: 'C' | 'L', count: number): string => {
    const numbers = drawing.slice(next, next + count).map((value) => String(Number(value.toFixed(2))));
    next += count;
    const isDot = numbers.every((number, k) => number === numbers[k % 2]);
    return isDot ? '' : `M${numbers.slice(0, 2).join(' ')}${kind}${numbers.slice(2).join(' ')}`;
  };
  const dot = (): Dot => {
    const [x = 0, y = 0, r = 0] = drawing.slice(next, next + 3);
    next += 3;
    return { x, y, r: Math.max(0, r) };
  };
  const head = line('C', 38);
  const ears = [line('C', 14), line('C', 14)] as const;
  const lines = [line('C', 8), line('C', 8), line('L', 4), line('L', 4)].join('');
  return { head, ears, lines, eye: dot(), nose: dot() };
}
