import { betaCumulative } from '../../core/random/beta.ts';

/** One of ten stretches of lambda, each a tenth wide. */
export interface LambdaShare {
  readonly from: number;
  readonly to: number;
  /** How many of the drawn lambdas lie in it. */
  readonly count: number;
  /** Their share of all drawn, from 0 to 1; 0 if none was drawn. */
  readonly drawn: number;
  /** The probability to lie in it. */
  readonly expected: number;
}

const stretches = 10;

/**
 * How drawn lambdas spread over [0, 1], beside how Beta(alpha, alpha) spreads them. Unlike a density, shares are finite
 * at the ends too. The first and the last stretch together are the pairs that are barely mixed.
 *
 * @param alpha 0 (ERM: all at 1) or from 0.001 to 1000
 * @param lambdas drawn weights, in [0, 1]
 * @returns ten stretches from left to right; the last one includes 1
 */
export function lambdaShares(alpha: number, lambdas: readonly number[]): LambdaShare[] {
  const counts = new Array<number>(stretches).fill(0);
  for (const lambda of lambdas) {
    const index = Math.min(stretches - 1, Math.floor(stretches * lambda));
    counts[index] = (counts[index] as number) + 1;
  }
  return counts.map((count, k) => {
    const [from, to] = [k / stretches, (k + 1) / stretches];
    const expected =
      alpha === 0 ? Number(k === stretches - 1) : betaCumulative(to, alpha) - betaCumulative(from, alpha);
    return { from, to, count, drawn: count / Math.max(1, lambdas.length), expected };
  });
}

/** The height of the axis for these shares, in percent: 20, 40, 60 or 100, whichever they need. */
export function sharesCeiling(shares: readonly LambdaShare[]): number {
  const highest = 100 * Math.max(...shares.flatMap(({ drawn, expected }) => [drawn, expected]));
  return [20, 40, 60].find((ceiling) => highest <= ceiling) ?? 100;
}
