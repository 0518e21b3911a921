/** A mean over seeds and half the width of its 95 % interval, in percent. */
interface Share {
  readonly mean: number;
  readonly halfWidth: number;
}

/** A share as a count of a hundred: "20 times", "once". */
export function timesInHundred({ mean }: Share): string {
  const times = Math.round(mean);
  return times === 0 ? 'less than once' : times === 1 ? 'once' : `${times} times`;
}

/** A share with its interval: "20.5 ± 0.4 %"; one that would be written as nothing is "under 0.1 %". */
export const withInterval = ({ mean, halfWidth }: Share): string =>
  mean < 0.05 ? 'under 0.1\u00A0%' : `${mean.toFixed(1)}\u00A0±\u00A0${halfWidth.toFixed(1)}\u00A0%`;

/**
 * Who errs more often on the pictures themselves, in words that the interval of the paired difference allows.
 *
 * @param difference mixup - ERM
 */
export function comparedErrors({ mean, halfWidth }: Share): string {
  if (Math.abs(mean) <= halfWidth) return 'both err about equally often';
  return mean < 0 ? 'mixup errs less often' : 'mixup errs more often';
}
