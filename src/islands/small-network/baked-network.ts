import { openParameters } from '../../studies/small-network.ts';

/** The network of one seed, as `content/results/` keeps it. */
export interface BakedNetwork {
  readonly seed: number;
  /** At each kept step its weights, packed, and the share of new points that it gets wrong. */
  readonly parameters: readonly string[];
  readonly errors: readonly number[];
}

/** Which of some rising steps is the last one not after another. */
export function recordAt(steps: readonly number[], step: number): number {
  const later = steps.findIndex((kept) => kept > step);
  return later < 0 ? steps.length - 1 : Math.max(0, later - 1);
}

/** A network at one of its kept steps. @throws RangeError if it was not kept there */
export function networkAt(
  { seed, parameters, errors }: BakedNetwork,
  record: number,
): { weights: Float64Array; error: number } {
  const [packed, error] = [parameters[record], errors[record]];
  if (packed === undefined || error === undefined)
    throw new RangeError(`record: expected one of ${parameters.length} that seed ${seed} has, got ${record}.`);
  return { weights: openParameters(packed), error };
}
