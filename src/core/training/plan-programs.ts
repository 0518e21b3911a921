import { betaQuantileBits } from '../random/beta-quantiles.ts';
import { permutationGlsl, permutationWgsl } from '../random/permutation-programs.ts';
import type { PermutationShape } from '../random/permutation-shape.ts';
import { cutGlsl, cutWgsl } from './cut-programs.ts';
import { batchWord, epochWord } from './draw.ts';
import { memberPlanFields, partnerPools, shareWord } from './member-plan.ts';

/*
 * `draw.ts` for graphics processors, to the same bit. In both languages a `MemberPlan` has the fields of `memberPlanFields`
 * as 32-bit integers, and a program declares `planNumber(index)`, which reads the plan's table. Then
 *
 * - `placeAt(member, position)` is the index, among the member's rows, of the first partner at `position = step * batch + example`;
 * - `rowAt(member, place)` is the row of the table of examples at that index;
 * - `secondRow(member, step, example, place)` is the row of the second partner, where `place` is the index of the first;
 * - `mixesAt(member, step)` says whether the member mixes in a step;
 * - `lambdaAt(member, step, example)` is the first partner's weight.
 *
 * Programs for members of which some cut pictures have the functions of `cut-programs.ts` besides.
 */

const lambdaShift = 32 - betaQuantileBits;

/** In WGSL, the functions of `permutation-programs.ts` included. Needs `fn planNumber(index: u32) -> f32`. */
export function planWgsl(batch: PermutationShape, cuts: boolean): string {
  return `${permutationWgsl}
struct MemberPlan {
${memberPlanFields.map((field) => `  ${field}: u32,\n`).join('')}}

fn placeAt(member: MemberPlan, position: u32) -> u32 {
  let epoch = position / member.size;
  let words = hash3(member.orderKey, epoch, ${epochWord}u);
  let place = position - epoch * member.size;
  return permute(words.x, words.z | 1u, member.size, member.lowBits, member.tall, member.rounds, place);
}

fn rowAt(member: MemberPlan, place: u32) -> u32 {
  return u32(planNumber(member.rowsAt + place));
}

fn placeInBatch(partnerKey: u32, step: u32, example: u32) -> u32 {
  let words = hash3(partnerKey, step, ${batchWord}u);
  return permute(words.x, words.z | 1u, ${batch.size}u, ${batch.lowBits}u, ${batch.tall}u, ${batch.rounds}u, example);
}

fn secondRow(member: MemberPlan, step: u32, example: u32, place: u32) -> u32 {
  if (member.pool == ${partnerPools.self}u) {
    return rowAt(member, place);
  }
  if (member.pool == ${partnerPools.batch}u) {
    return rowAt(member, placeAt(member, step * ${batch.size}u + placeInBatch(member.partnerKey, step, example)));
  }
  var start = member.rowsAt;
  var count = member.size;
  if (member.pool == ${partnerPools.candidates}u) {
    start = member.candidatesAt + u32(planNumber(member.candidatesAt + 2u * place));
    count = u32(planNumber(member.candidatesAt + 2u * place + 1u));
  }
  return u32(planNumber(start + scaleWord(hash3(member.partnerKey, step, example).x, count)));
}

fn mixesAt(member: MemberPlan, step: u32) -> bool {
  if (step < member.mixesFrom || step > member.mixesUntil - 1u) {
    return false;
  }
  return hash3(member.lambdaKey, step, ${shareWord}u).x <= member.mixesAtMost;
}

/// What lambda is drawn from.
fn entryAt(member: MemberPlan, step: u32, example: u32) -> f32 {
  let word = hash3(member.lambdaKey, step, example * member.lambdaStep).x;
  return planNumber(member.lambdasAt + (word >> ${lambdaShift}u));
}
${cuts ? cutWgsl : ''}
fn lambdaAt(member: MemberPlan, step: u32, example: u32) -> f32 {
  if (!mixesAt(member, step)) {
    return 1.0;
  }
  let entry = entryAt(member, step, example);
${
  cuts
    ? `  if (member.maskAt > 0u) {
    return shareLeft(member, step, example, u32(entry));
  }
`
    : ''
}  return entry;
}
`;
}

/** In GLSL ES 3, the functions of `permutation-programs.ts` included. Needs `float planNumber(uint index)`, declared before. */
export function planGlsl(batch: PermutationShape, cuts: boolean): string {
  return `${permutationGlsl}
struct MemberPlan {
${memberPlanFields.map((field) => `  uint ${field};\n`).join('')}};

uint placeAt(MemberPlan member, uint position) {
  uint epoch = position / member.size;
  uvec3 words = hash3(member.orderKey, epoch, ${epochWord}u);
  uint place = position - epoch * member.size;
  return permute(words.x, words.z | 1u, member.size, member.lowBits, member.tall, member.rounds, place);
}

uint rowAt(MemberPlan member, uint place) {
  return uint(planNumber(member.rowsAt + place));
}

uint placeInBatch(uint partnerKey, uint step, uint example) {
  uvec3 words = hash3(partnerKey, step, ${batchWord}u);
  return permute(words.x, words.z | 1u, ${batch.size}u, ${batch.lowBits}u, ${batch.tall}u, ${batch.rounds}u, example);
}

uint secondRow(MemberPlan member, uint step, uint example, uint place) {
  if (member.pool == ${partnerPools.self}u) {
    return rowAt(member, place);
  }
  if (member.pool == ${partnerPools.batch}u) {
    return rowAt(member, placeAt(member, step * ${batch.size}u + placeInBatch(member.partnerKey, step, example)));
  }
  uint start = member.rowsAt;
  uint count = member.size;
  if (member.pool == ${partnerPools.candidates}u) {
    start = member.candidatesAt + uint(planNumber(member.candidatesAt + 2u * place));
    count = uint(planNumber(member.candidatesAt + 2u * place + 1u));
  }
  return uint(planNumber(start + scaleWord(hash3(member.partnerKey, step, example).x, count)));
}

bool mixesAt(MemberPlan member, uint step) {
  if (step < member.mixesFrom || step > member.mixesUntil - 1u) {
    return false;
  }
  return hash3(member.lambdaKey, step, ${shareWord}u).x <= member.mixesAtMost;
}

// What lambda is drawn from.
float entryAt(MemberPlan member, uint step, uint example) {
  uint word = hash3(member.lambdaKey, step, example * member.lambdaStep).x;
  return planNumber(member.lambdasAt + (word >> ${lambdaShift}u));
}
${cuts ? cutGlsl : ''}
float lambdaAt(MemberPlan member, uint step, uint example) {
  if (!mixesAt(member, step)) return 1.0;
  float entry = entryAt(member, step, example);
  ${cuts ? 'if (member.maskAt > 0u) return shareLeft(member, step, example, uint(entry));' : ''}
  return entry;
}
`;
}
