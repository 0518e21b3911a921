import { expectInteger, expectLength, expectNumber } from '../expect.ts';
import { randomNormal, type Random } from '../random/random.ts';

/*
 * The alterations that ordinary data augmentation makes of a square gray image: `side * side` amounts of ink in [0, 1],
 * row by row from the top. Each returns a new image.
 */

/**
 * The image moved by whole pixels, with blank paper coming in from the other side.
 *
 * @param right pixels to the right, negative to the left
 * @param down pixels down, negative up
 */
export function moveImage(image: ArrayLike<number>, side: number, right: number, down: number): number[] {
  expectInteger('right', right);
  expectInteger('down', down);
  return pixels(image, side, (row, column) => [row - down, column - right]);
}

/** The image with left and right exchanged. */
export function mirrorImage(image: ArrayLike<number>, side: number): number[] {
  return pixels(image, side, (row, column) => [row, side - 1 - column]);
}

/** The image turned by half a turn. */
export function turnImage(image: ArrayLike<number>, side: number): number[] {
  return pixels(image, side, (row, column) => [side - 1 - row, side - 1 - column]);
}

/**
 * The image with normal noise in every pixel, cut to [0, 1].
 *
 * @param sigma standard deviation of the noise, 0 or more
 */
export function addNoise(image: ArrayLike<number>, sigma: number, random: Random): number[] {
  expectNumber('sigma', sigma, 0);
  return Array.from(image, (ink) => Math.min(1, Math.max(0, ink + sigma * randomNormal(random))));
}

/** An image whose pixels come from those at other places of the first; blank where there is none. */
function pixels(
  image: ArrayLike<number>,
  side: number,
  source: (row: number, column: number) => readonly [row: number, column: number],
): number[] {
  expectInteger('side', side, 1, 1024);
  expectLength('image', image, side * side, 'amounts of ink (side times side)');
  const isInside = (at: number): boolean => at >= 0 && at < side;
  return Array.from({ length: side * side }, (_, k) => {
    const [row, column] = source(Math.floor(k / side), k % side);
    return isInside(row) && isInside(column) ? (image[row * side + column] as number) : 0;
  });
}
