import { permutationShape } from '../../../core/random/permutation-shape.ts';
import { planGlsl } from '../../../core/training/plan-programs.ts';
import { memberPlanSource } from '../member-records.ts';

/**
 * The functions of the plan (see `core/training/plan-programs.ts`), evaluated where a shader needs them, and `planOf`. Needs the
 * slots `plan` and `members`, the uniform `step`, and the functions of tables and of members' records.
 *
 * @param cuts whether it is asked about members that cut pictures
 */
export function planSource(batch: number, cuts = false): string {
  return `
float planNumber(uint index) { return tableEntry(plan, int(index)); }
${planGlsl(permutationShape(batch), cuts)}
${memberPlanSource}`;
}

/**
 * `vec4 hiddenLambda(int member, int rowBlock)`: the weights of the first partners' hidden values, for four rows. Drawn anew rather
 * than read from the notes, which lie in textures that an even layer writes. Needs {@link planSource}.
 */
export function hiddenLambda(batch: number): string {
  return `
vec4 hiddenLambda(int member, int rowBlock) {
  MemberPlan own = planOf(member);
  vec4 lambda = vec4(0.0);
  for (int q = 0; q < 4; q++) {
    uint example = uint(min(4 * rowBlock + q, ${batch - 1}));
    lambda += lambdaAt(own, step, example) * vec4(equal(ivec4(q), ivec4(0, 1, 2, 3)));
  }
  return lambda;
}`;
}
