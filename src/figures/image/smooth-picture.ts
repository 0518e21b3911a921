import { expectInteger, expectLength } from '../../core/expect.ts';

/**
 * Enlarges a gray picture with smooth edges: its pixels are the control points of a uniform cubic B-spline, which is then made
 * crisp by a smoothstep between the two inks given.
 *
 * C. de Boor, A Practical Guide to Splines, 1978, chapter 9.
 *
 * @param pixels `[side, side]`, from 0 (paper) to 1 (ink)
 * @param times how many pixels each becomes, along each side
 * @param paper at most this ink becomes paper, from 0 to 1
 * @param ink at least this ink becomes full ink, above `paper`
 * @returns `[side * times, side * times]`, from 0 to 1
 * @throws RangeError that names the argument
 */
export function smoothPicture(
  pixels: ArrayLike<number>,
  side: number,
  times: number,
  paper: number,
  ink: number,
): Float32Array {
  const enlarged = enlarge(pixels, side, times, spline);
  for (let k = 0; k < enlarged.length; k += 1)
    enlarged[k] = smoothstep(((enlarged[k] as number) - paper) / (ink - paper));
  return enlarged;
}

/**
 * Enlarges a gray picture and keeps its grays: between the B-spline, which blurs, and the spline of Catmull and Rom, which goes
 * through every pixel and shows the grid.
 *
 * E. Catmull, R. Rom, A Class of Local Interpolating Splines, Computer Aided Geometric Design, 1974.
 *
 * @param pixels `[side, side]`, from 0 (paper) to 1 (ink)
 * @param times how many pixels each becomes, along each side
 * @returns `[side * times, side * times]`, from 0 to 1
 * @throws RangeError that names the argument
 */
export function enlargePicture(pixels: ArrayLike<number>, side: number, times: number): Float32Array {
  const share = 0.4;
  const between: Kernel = (u) => {
    const through = throughPixels(u);
    return spline(u).map((weight, k) => (1 - share) * weight + share * (through[k] as number));
  };
  // The second one overshoots at edges.
  return enlarge(pixels, side, times, between).map((ink) => Math.min(1, Math.max(0, ink)));
}

/** Weights of the four nearest pixels at a share of the way from the second to the third; together 1. */
type Kernel = (u: number) => readonly number[];

const spline: Kernel = (u) =>
  [(1 - u) ** 3, 3 * u ** 3 - 6 * u ** 2 + 4, -3 * u ** 3 + 3 * u ** 2 + 3 * u + 1, u ** 3].map((weight) => weight / 6);

const throughPixels: Kernel = (u) =>
  [-(u ** 3) + 2 * u ** 2 - u, 3 * u ** 3 - 5 * u ** 2 + 2, -3 * u ** 3 + 4 * u ** 2 + u, u ** 3 - u ** 2].map(
    (weight) => weight / 2,
  );

function enlarge(pixels: ArrayLike<number>, side: number, times: number, kernel: Kernel): Float32Array {
  expectLength('pixels', pixels, side * side, 'pixels');
  expectInteger('times', times, 1);
  return enlargeAcross(enlargeAcross(pixels, side, side, times, kernel), side * times, side, times, kernel);
}

/** Enlarges each of `rows` rows of `side` pixels, and turns them into columns: `[side * times, rows]`. */
function enlargeAcross(
  pixels: ArrayLike<number>,
  rows: number,
  side: number,
  times: number,
  kernel: Kernel,
): Float32Array {
  const enlarged = new Float32Array(rows * side * times);
  for (let x = 0; x < side * times; x += 1) {
    const place = (x + 0.5) / times - 0.5;
    const first = Math.floor(place);
    const weights = kernel(place - first);
    for (let row = 0; row < rows; row += 1) {
      let sum = 0;
      for (let k = 0; k < 4; k += 1) {
        const column = first + k - 1;
        // Beyond the picture there is paper.
        if (column >= 0 && column < side) sum += (weights[k] as number) * (pixels[row * side + column] as number);
      }
      enlarged[x * rows + row] = sum;
    }
  }
  return enlarged;
}

function smoothstep(value: number): number {
  const within = Math.min(1, Math.max(0, value));
  return within * within * (3 - 2 * within);
}
