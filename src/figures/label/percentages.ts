/**
 * Whole percentages of weights that add up to 100, by the method of largest remainders.
 *
 * @param weights numbers of at least 0, not all 0
 * @returns one whole number for each weight
 * @throws RangeError if a weight is negative or not finite, or none is positive
 */
export function percentages(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!weights.every((weight) => weight >= 0 && weight < Infinity) || !(sum > 0)) {
    throw new RangeError(`weights: expected finite numbers of at least 0, not all 0, got ${weights.join(', ')}.`);
  }
  const exact = weights.map((weight) => (100 * weight) / sum);
  const result = exact.map(Math.floor);
  const byRemainder = exact.map((_, i) => i).sort((i, j) => remainder(j) - remainder(i));
  const missing = 100 - result.reduce((total, part) => total + part, 0);
  for (const i of byRemainder.slice(0, missing)) result[i] = (result[i] as number) + 1;
  return result;

  function remainder(i: number): number {
    return (exact[i] as number) % 1;
  }
}
