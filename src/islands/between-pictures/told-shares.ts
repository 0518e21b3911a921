/** A mean over seeds and half the width of its 95 % interval, in percent. */
interface Share {
  readonly mean: number;
  readonly halfWidth: number;
}

/** A share as a count of a hundred: "20 times in 100", "once in 100". */
export function timesInHundred({ mean }: Share): string {
  const times = Math.round(mean);
  return times === 0 ? 'less than once in 100' : times === 1 ? 'once in 100' : `${times} times in 100`;
}

/** A share with its interval: "20.5 ± 0.4 %". */
export const withInterval = ({ mean, halfWidth }: Share): string =>
  `${mean.toFixed(1)}\u00A0±\u00A0${halfWidth.toFixed(1)}\u00A0%`;

/**
 * Who errs more often on the pictures themselves, in words that the interval of the paired difference allows.
 *
 * @param difference mixup - ERM
 */
export function comparedErrors({ mean, halfWidth }: Share): string {
  if (Math.abs(mean) <= halfWidth) return 'both are wrong about equally often';
  return mean < 0 ? 'the one trained with mixup is wrong less often' : 'the one trained with mixup is wrong more often';
}
