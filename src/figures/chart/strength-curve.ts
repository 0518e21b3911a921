import { mixingStrength, type MixingStrength } from '../../core/random/mixing-strength.ts';
import type { LinePoint } from './line-series.ts';

/** The alphas on the axis, as powers of ten. */
export const alphaExponents = [-2, 2] as const;

/**
 * A probability of {@link mixingStrength} against alpha.
 *
 * @returns points whose x is the decimal logarithm of alpha, and whose y is in percent
 */
export function strengthCurve(of: keyof Pick<MixingStrength, 'barely' | 'evenly'>): LinePoint[] {
  const [least, greatest] = alphaExponents;
  const count = 81;
  return Array.from({ length: count }, (_, i) => {
    const x = least + ((greatest - least) * i) / (count - 1);
    return { x, y: 100 * mixingStrength(10 ** x)[of] };
  });
}
