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
  expectLength('pixels', pixels, side * side, 'pixels');
  expectInteger('times', times, 1);
  const size = side * times;
  const enlarged = enlargeAcross(enlargeAcross(pixels, side, side, times), size, side, times);
  for (let k = 0; k < enlarged.length; k += 1)
    enlarged[k] = smoothstep(((enlarged[k] as number) - paper) / (ink - paper));
  return enlarged;
}

/** Enlarges each of `rows` rows of `side` pixels, and turns them into columns: `[side * times, rows]`. */
function enlargeAcross(pixels: ArrayLike<number>, rows: number, side: number, times: number): Float32Array {
  const enlarged = new Float32Array(rows * side * times);
  for (let x = 0; x < side * times; x += 1) {
    const place = (x + 0.5) / times - 0.5;
    const first = Math.floor(place);
    const u = place - first;
    const weights = [(1 - u) ** 3, 3 * u ** 3 - 6 * u ** 2 + 4, -3 * u ** 3 + 3 * u ** 2 + 3 * u + 1, u ** 3];
    for (let row = 0; row < rows; row += 1) {
      let sum = 0;
      for (let k = 0; k < 4; k += 1) {
        const column = first + k - 1;
        // Beyond the picture there is paper.
        if (column >= 0 && column < side) sum += (weights[k] as number) * (pixels[row * side + column] as number);
      }
      enlarged[x * rows + row] = sum / 6;
    }
  }
  return enlarged;
}

function smoothstep(value: number): number {
  const within = Math.min(1, Math.max(0, value));
  return within * within * (3 - 2 * within);
}
