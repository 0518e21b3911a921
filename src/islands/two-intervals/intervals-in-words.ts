import type { Compared } from './compared.ts';

/** How many times as wide the interval over examples is as that over seeds. */
export const widening = ({ overSeeds, overExamples }: Compared): number => overExamples / overSeeds;

/** Whether an interval of this half width around the mean leaves out zero. */
export const leavesOutZero = ({ mean }: Compared, halfWidth: number): boolean => Math.abs(mean) > halfWidth;

/** The changes that can be told from none for these examples, and no longer for others of their kind. */
export const lostOnNewExamples = (differences: readonly Compared[]): Compared[] =>
  differences.filter((one) => leavesOutZero(one, one.overSeeds) && !leavesOutZero(one, one.overExamples));

/** What the two intervals say of the changes: how many can be told by either of them, of how many. */
export function intervalsFinding(differences: readonly Compared[]): string {
  const told = differences.filter((one) => leavesOutZero(one, one.overSeeds));
  const kept = told.length - lostOnNewExamples(differences).length;
  if (kept === told.length) return `All ${told.length} changes that seeds can tell stand on new examples too`;
  return `Of ${told.length} changes that seeds can tell, ${kept} stand on new examples too`;
}
