import type { Plan } from '../../core/training/create-plan.ts';
import { drawShare } from '../../core/training/draw.ts';
import type { Ensemble, Member } from '../../core/training/ensemble.ts';
import type { MemberPlan } from '../../core/training/member-plan.ts';
import type { Arena } from './arena.ts';
import type { CutPictures } from './member-step.ts';

/**
 * Prepares the cutting of one member's pictures. Few runs have it, so that it lies apart and is fetched for those. It copies numbers and
 * computes none: that it is JavaScript changes no bit.
 *
 * @param m number of the member
 * @param tables address of the examples, and numbers from one row to the next
 * @param draw addresses of the second partners' rows and of lambda, `[batch]` each
 * @returns undefined if the member cuts no pictures
 */
export function createCut(
  arena: Pick<Arena, 'floats' | 'words'>,
  { batch, members, inputs: table, network }: Ensemble,
  plan: Plan,
  m: number,
  tables: { readonly inputs: number; readonly stride: number },
  draw: { readonly second: number; readonly lambdas: number },
): CutPictures | undefined {
  const { mixInputs } = (members[m] as Member).policy;
  const own = plan.members[m] as MemberPlan;
  if (own.maskAt === 0) return undefined;
  const rows = table.length / (network.sizes[0] as number);
  return (step, x, line) => {
    const examples = arena.floats(tables.inputs, rows * tables.stride);
    const pictures = arena.floats(x, ((network.sizes[0] as number) * line) / 4);
    const second = arena.words(draw.second, batch);
    const lambdas = arena.floats(draw.lambdas, batch);
    let share = drawShare(plan.table, own, step, 0);
    second.forEach((row, r) => {
      // Where lambda is one for the batch, so is the cut.
      if (own.lambdaStep === 1) share = drawShare(plan.table, own, step, r);
      lambdas[r] = share.lambda;
      if (!mixInputs || !share.cut) return;
      for (const input of share.cut) pictures[(input * line) / 4 + r] = examples[row * tables.stride + input] as number;
    });
  };
}
