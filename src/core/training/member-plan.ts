import { hashWord } from '../random/hash.ts';
import type { PermutationShape } from '../random/permutation-shape.ts';

/** Tells the word that decides whether a step mixes from others of the stream of lambda. */
export const shareWord = 0x05aaee0f;

/** Where a member's second partners come from. */
export const partnerPools = {
  /** Each example is its own partner: nothing is mixed. */
  self: 0,
  /** Any row that the member trains on. */
  rows: 1,
  /** A permutation of the mini-batch. */
  batch: 2,
  /** A list of its own for each row: of the same class, or near. */
  candidates: 3,
} as const;

/**
 * All that decides the random choices of one member besides the plan's table: whole numbers below 2^32, so that a program
 * takes them as they are. "At" means an index into the table. As a {@link PermutationShape} it is that of the member's rows.
 */
export interface MemberPlan extends PermutationShape {
  /** Keys of three streams of random words. */
  readonly orderKey: number;
  readonly partnerKey: number;
  readonly lambdaKey: number;
  /** The rows that the member trains on, `size` numbers. */
  readonly rowsAt: number;
  /** One of {@link partnerPools}. */
  readonly pool: number;
  /**
   * Of the pool `candidates`: two numbers for each place in the member's rows, where its list starts, counted from here, and
   * how long it is.
   */
  readonly candidatesAt: number;
  /** What lambda is drawn from, `betaQuantileCount` numbers: quantiles or, of a member that cuts pictures, the sides of patches. */
  readonly lambdasAt: number;
  /** 1 if each example has a lambda of its own, 0 if the whole mini-batch has that of its example 0. */
  readonly lambdaStep: number;
  /** The first step that mixes, and the first that does so no more; 0 if there is none. See {@link mixesAt}. */
  readonly mixesFrom: number;
  readonly mixesUntil: number;
  /** A step in between mixes if the word drawn for it is at most this. */
  readonly mixesAtMost: number;
  /** The numbers of the member's mask, see `mask.ts`; 0 if it cuts no pictures. */
  readonly maskAt: number;
}

/** The fields of {@link MemberPlan}, in the order in which programs have them. */
export const memberPlanFields = [
  'orderKey',
  'partnerKey',
  'lambdaKey',
  'size',
  'lowBits',
  'tall',
  'rounds',
  'rowsAt',
  'pool',
  'candidatesAt',
  'lambdasAt',
  'lambdaStep',
  'mixesFrom',
  'mixesUntil',
  'mixesAtMost',
  'maskAt',
] as const satisfies readonly (keyof MemberPlan)[];

/** Whether a member mixes in a step. */
export function mixesAt({ lambdaKey, mixesFrom, mixesUntil, mixesAtMost }: MemberPlan, step: number): boolean {
  if (step < mixesFrom || step > (mixesUntil - 1) >>> 0) return false;
  return hashWord(lambdaKey, step, shareWord) <= mixesAtMost;
}
