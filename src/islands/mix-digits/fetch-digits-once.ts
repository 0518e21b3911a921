import type { DigitSamples } from './digits.ts';

let samples: Promise<DigitSamples> | undefined;

/** The sample of digits that the site ships, fetched once for all figures of a page; a failed download is tried again. */
export function fetchDigitsOnce(): Promise<DigitSamples> {
  samples ??= import('./digits.ts')
    .then(({ fetchDigits }) => fetchDigits())
    .catch((error: unknown) => {
      samples = undefined;
      throw error;
    });
  return samples;
}
