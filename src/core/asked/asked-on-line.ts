import { expectFinite, expectIndices, expectLength, expectNumber } from '../expect.ts';
import { betaDensity } from '../random/beta.ts';

/**
 * The answer that mixup's loss asks for at a place on a line, f*(x) = E[y~ | x~ = x], exactly. `fallenBlends` says why it is the
 * average.
 *
 * On a line all segments that span a place overlap there, so that no cell is needed. The blend of examples at a and b has density
 * p(t) / |a - b| at x, where t = (x - b) / (a - b) is the lambda that leads there and p is the density of Beta(alpha, alpha); its
 * label is t y_a + (1 - t) y_b. f* is the mean of these labels, weighted by these densities. An example that is its own partner is
 * its own blend: at its place alone, but there with a probability of its own, so that nothing else counts.
 *
 * @param places of the examples, `[count]`
 * @param labels `[count]`, 0 for class A and 1 for class B
 * @param alpha strength of mixup, 0.001 to 1000
 * @returns probability of class B; NaN left and right of all examples, where nothing is asked for
 * @throws RangeError that names the argument
 */
export function askedOnLine(places: ArrayLike<number>, labels: ArrayLike<number>, alpha: number, x: number): number {
  expectFinite('places', places);
  expectLength('labels', labels, places.length, 'labels, one for each place');
  expectIndices('labels', labels, 2);
  expectNumber('x', x);
  let all = 0;
  let ofB = 0;
  let here = 0;
  let hereOfB = 0;
  for (let i = 0; i < places.length; i += 1) {
    const a = places[i] as number;
    if (a === x) {
      here += 1;
      hereOfB += labels[i] as number;
    }
    for (let j = 0; j < i; j += 1) {
      const b = places[j] as number;
      const t = (x - b) / (a - b);
      if (!(t > 0 && t < 1)) continue;
      const density = betaDensity(t, alpha) / Math.abs(a - b);
      all += density;
      ofB += density * (t * (labels[i] as number) + (1 - t) * (labels[j] as number));
    }
  }
  return here > 0 ? hereOfB / here : ofB / all;
}
