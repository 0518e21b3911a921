/** Places in [-1, 1] and weights of five-point Gauss-Legendre quadrature, exact for polynomials up to degree nine. */
const inner = Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3;
const outer = Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3;
const innerWeight = (322 + 13 * Math.sqrt(70)) / 900;
const outerWeight = (322 - 13 * Math.sqrt(70)) / 900;
const nodes: readonly (readonly [place: number, weight: number])[] = [
  [-outer, outerWeight],
  [-inner, innerWeight],
  [0, 128 / 225],
  [inner, innerWeight],
  [outer, outerWeight],
];

/**
 * The integral of a function by five-point Gauss-Legendre quadrature between neighboring breaks.
 *
 * @param breaks ascending; the function should be smooth between any two neighbors
 */
export function integrate(f: (x: number) => number, breaks: readonly number[]): number {
  let total = 0;
  for (let i = 1; i < breaks.length; i += 1) {
    const [from, to] = [breaks[i - 1] as number, breaks[i] as number];
    const half = (to - from) / 2;
    for (const [place, weight] of nodes) total += weight * half * f(from + half * (1 + place));
  }
  return total;
}
