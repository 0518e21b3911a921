import type { Comparison } from '../../studies/asked-and-learned.ts';

/**
 * How many of the mixup network's mistakes are those of what it was asked for, as a sentence.
 *
 * @param tests number of test examples
 */
export function sharedMistakes({ errors, shared }: Comparison, tests: number): string {
  const wrong = Math.round(errors.mixup * tests);
  const of = `Of ${tests.toLocaleString('en-US')} new points`;
  if (wrong === 0) return `${of} the mixup network gets none wrong.`;
  const both = Math.round(shared.asked * wrong);
  const share = Math.round(100 * shared.asked);
  return `${of} the mixup network gets ${wrong} wrong. What it was asked for is wrong on ${both} of these, ${share} %.`;
}
