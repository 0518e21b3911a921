/**
 * How long something will take, no more exact than such a guess can be.
 *
 * @param seconds at least 0
 */
export function waitInWords(seconds: number): string {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} s`;
  return `about ${Math.round(seconds / 60)} min`;
}
