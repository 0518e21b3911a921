import type { BetweenReading } from './segment-curves.ts';

/** What the networks say half way between two digits, read off the curves. */
export function betweenFinding({ erm, mixup }: BetweenReading): string {
  const half = ({ misses }: BetweenReading['erm']): string =>
    `${(misses.find(({ weight }) => weight === 0.5)?.mean ?? NaN).toFixed(1)}\u00A0%`;
  return `Half way, ERM names a third class in ${half(erm)}, mixup in ${half(mixup)}`;
}
