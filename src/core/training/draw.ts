import { betaQuantileBits } from '../random/beta-quantiles.ts';
import { hash3, hashWord } from '../random/hash.ts';
import type { PermutationShape } from '../random/permutation-shape.ts';
import { permute, scaleWord } from '../random/permutation.ts';
import type { Plan } from './create-plan.ts';
import { drawCut, type Cut } from './draw-cut.ts';
import { mixesAt, partnerPools, type MemberPlan } from './member-plan.ts';

/** Tells the keys of epochs from other words of the same stream. */
export const epochWord = 0x0a11ce5d;

/** Tells the key of a step's permutation of the mini-batch from other words of the same stream. */
export const batchWord = 0x0b0b5eed;

/** One (virtual) example: rows i and j of the table of examples, and the weight of i, a float32 value. */
export interface Draw {
  readonly first: number;
  readonly second: number;
  readonly lambda: number;
  /** Where pictures are cut: the inputs that are j's alone, all others being i's; lambda is then i's share of them. */
  readonly cut?: Cut['inputs'];
}

/**
 * What one member draws for one example: a pure function of the plan, the step and the example's place in the mini-batch.
 *
 * The order of examples is a new permutation of the member's rows for each epoch, and batches run on across its end.
 * Random partners of any class are uniform over all a member's rows (the paper's formula) or a permutation of the mini-batch
 * (the paper's code); candidates are uniform among those of the first partner. Lambda is a uniform choice among quantiles of Beta,
 * and 1 in steps that do not mix.
 *
 * @param member number of the member
 * @param step steps before this one, 0 to `plan.mostSteps` - 1
 * @param example place in the mini-batch, 0 to batch - 1
 */
export function draw(plan: Plan, member: number, step: number, example: number): Draw {
  const own = plan.members[member] as MemberPlan;
  const position = step * plan.batch.size + example;
  return {
    first: plan.table[own.rowsAt + placeAt(own, position)] as number,
    second: secondRow(plan, own, step, example),
    ...drawShare(plan.table, own, step, example),
  };
}

/** The part of a {@link draw} that says how much of each partner an example has. */
export function drawShare(
  table: Float32Array,
  own: MemberPlan,
  step: number,
  example: number,
): Pick<Draw, 'lambda' | 'cut'> {
  if (!mixesAt(own, step)) return { lambda: 1 };
  const place = example * own.lambdaStep;
  const index = hashWord(own.lambdaKey, step, place) >>> (32 - betaQuantileBits);
  const entry = table[own.lambdasAt + index] as number;
  if (own.maskAt === 0) return { lambda: entry };
  const { lambda, inputs } = drawCut(table, own, step, place, entry);
  return { lambda, cut: inputs };
}

const words = new Uint32Array(3);

/** Which of a member's rows stands at a position of its run, an index into them. Positions run through all epochs. */
export function placeAt(own: MemberPlan, position: number): number {
  const epoch = Math.floor(position / own.size);
  hash3(own.orderKey, epoch, epochWord, words);
  return permuteByWords(own, position - epoch * own.size);
}

/** The place in the mini-batch whose first partner is the second partner of an example, where partners come from the batch. */
export function placeInBatch(partnerKey: number, step: number, batch: PermutationShape, example: number): number {
  hash3(partnerKey, step, batchWord, words);
  return permuteByWords(batch, example);
}

function permuteByWords(shape: PermutationShape, place: number): number {
  return permute(words[0] as number, (words[2] as number) | 1, shape, place);
}

/** A uniform number from 0 to count - 1: which of the rows or candidates an example is paired with. */
export function choiceOf(partnerKey: number, step: number, example: number, count: number): number {
  return scaleWord(hashWord(partnerKey, step, example), count);
}

function secondRow({ table, batch }: Plan, own: MemberPlan, step: number, example: number): number {
  const { pool, partnerKey, rowsAt, size, candidatesAt } = own;
  const place = pool === partnerPools.batch ? placeInBatch(partnerKey, step, batch, example) : example;
  const first = placeAt(own, step * batch.size + place);
  if (pool === partnerPools.rows) return table[rowsAt + choiceOf(partnerKey, step, example, size)] as number;
  if (pool !== partnerPools.candidates) return table[rowsAt + first] as number;
  const start = candidatesAt + (table[candidatesAt + 2 * first] as number);
  const count = table[candidatesAt + 2 * first + 1] as number;
  return table[start + choiceOf(partnerKey, step, example, count)] as number;
}
