import { rowCount, type Ensemble } from '../../core/training/ensemble.ts';
import type { MemberPlan } from '../../core/training/member-plan.ts';
import { decayRates, type Optimizer } from '../../core/training/optimizer.ts';
import { hiddenMixingLayer } from '../../core/training/policy.ts';
import { dropoutThreshold, noiseKey } from '../../core/random/noise.ts';

/** Texels of one member's record in the table of members. */
export const memberTexels = 11;

/** Which texels of a record hold what. */
const texels = {
  keys: 0,
  rows: 1,
  permutation: 2,
  tables: 3,
  policy: 4,
  noise: 5,
  scales: 6,
  rates: 7,
  complements: 8,
  steps: 9,
  share: 10,
};

/**
 * Reads of a member's record. Words of 32 bits travel as two halves of 16, which float32 holds exactly; all other whole numbers
 * are below 2^24.
 *
 * - `policyOf`: whether inputs and labels are mixed, label smoothing, input noise;
 * - `mixingLayerOf`: the hidden layer at which the member mixes, or 0;
 * - `noiseKeyOf`, `dropoutThresholdOf`: see `core/random/noise.ts`;
 * - `scalesOf`: 1 / (1 - dropout), first entry of its labels, weight decay, which bias corrections are its;
 * - `ratesOf`: learning rate; then Adam's beta1, beta2 and epsilon, or momentum;
 * - `complementsOf`: 1 - beta1 and 1 - beta2, rounded once, from float64.
 */
export const memberSource = `
vec4 memberTexel(int member, int texel) { return texelFetch(members, ivec2(texel, member), 0); }
uint wordOf(vec2 halves) { return (uint(halves.x) << 16) | uint(halves.y); }
vec4 policyOf(int member) { return memberTexel(member, ${texels.policy}); }
int mixingLayerOf(int member) { return int(memberTexel(member, ${texels.tables}).w); }
uint noiseKeyOf(int member) { return wordOf(memberTexel(member, ${texels.noise}).xy); }
uint dropoutThresholdOf(int member) { return wordOf(memberTexel(member, ${texels.noise}).zw); }
vec4 scalesOf(int member) { return memberTexel(member, ${texels.scales}); }
vec4 ratesOf(int member) { return memberTexel(member, ${texels.rates}); }
vec4 complementsOf(int member) { return memberTexel(member, ${texels.complements}); }`;

/** `MemberPlan planOf(int member)`: what its random choices are computed from. Needs {@link memberSource} and the plan's programs. */
export const memberPlanSource = `
MemberPlan planOf(int member) {
  vec4 keys = memberTexel(member, ${texels.keys});
  vec4 rows = memberTexel(member, ${texels.rows});
  uvec4 permutation = uvec4(memberTexel(member, ${texels.permutation}));
  uvec4 tables = uvec4(memberTexel(member, ${texels.tables}));
  MemberPlan own;
  own.orderKey = wordOf(keys.xy);
  own.partnerKey = wordOf(keys.zw);
  own.lambdaKey = wordOf(rows.xy);
  own.rowsAt = uint(rows.z);
  own.pool = uint(rows.w);
  own.size = permutation.x;
  own.lowBits = permutation.y;
  own.tall = permutation.z;
  own.rounds = permutation.w;
  own.candidatesAt = tables.x;
  own.lambdasAt = tables.y;
  own.lambdaStep = tables.z;
  vec4 steps = memberTexel(member, ${texels.steps});
  own.mixesFrom = wordOf(steps.xy);
  own.mixesUntil = wordOf(steps.zw);
  own.mixesAtMost = wordOf(memberTexel(member, ${texels.share}).xy);
  own.maskAt = uint(complementsOf(member).z);
  return own;
}`;

/** Training labels of all members, each distinct list once: numbers for a table, and where each member's list begins. */
interface LabelTable {
  readonly entries: Float32Array;
  readonly starts: readonly number[];
}

/** Lays the members' labels one list after the other; members that share an array share its place. */
export function labelTable(ensemble: Ensemble): LabelTable {
  const rows = rowCount(ensemble);
  const lists = [...new Set(ensemble.members.map(({ labels }) => labels))];
  const entries = new Float32Array(4 * Math.ceil((lists.length * rows) / 4));
  lists.forEach((labels, k) => entries.set(labels, k * rows));
  return { entries, starts: ensemble.members.map(({ labels }) => lists.indexOf(labels) * rows) };
}

/**
 * The texels that a member's record takes, for all members, and the last one's again until the last chunk is full:
 * `[chunks, chunk, memberTexels, 4]`.
 */
export function memberRecords(
  { members }: Ensemble,
  plans: readonly MemberPlan[],
  labelStarts: readonly number[],
  chunk: number,
): Float32Array {
  const stride = memberTexels * 4;
  const records = new Float32Array(Math.ceil(members.length / chunk) * chunk * stride);
  const corrections = decayRates(members.map(({ optimizer }) => optimizer)).of;
  members.forEach(({ seed, policy, optimizer }, m) => {
    const plan = plans[m] as MemberPlan;
    const set = (texel: number, values: readonly number[]): void => records.set(values, m * stride + texel * 4);
    set(texels.keys, [...halves(plan.orderKey), ...halves(plan.partnerKey)]);
    set(texels.rows, [...halves(plan.lambdaKey), plan.rowsAt, plan.pool]);
    set(texels.permutation, [plan.size, plan.lowBits, plan.tall, plan.rounds]);
    set(texels.tables, [plan.candidatesAt, plan.lambdasAt, plan.lambdaStep, hiddenMixingLayer(policy)]);
    set(texels.policy, [Number(policy.mixInputs), Number(policy.mixLabels), policy.labelSmoothing, policy.inputNoise]);
    set(texels.noise, [...halves(noiseKey(seed)), ...halves(dropoutThreshold(policy.dropout))]);
    set(texels.scales, [
      1 / (1 - policy.dropout),
      labelStarts[m] as number,
      optimizer.weightDecay,
      corrections[m] as number,
    ]);
    set(texels.rates, ratesOf(optimizer));
    set(texels.complements, [...complementsOf(optimizer), plan.maskAt]);
    set(texels.steps, [...halves(plan.mixesFrom), ...halves(plan.mixesUntil)]);
    set(texels.share, halves(plan.mixesAtMost));
  });
  for (let start = members.length * stride; start < records.length; start += stride)
    records.copyWithin(start, (members.length - 1) * stride, members.length * stride);
  return records;
}

function ratesOf(optimizer: Optimizer): number[] {
  if (optimizer.kind === 'sgd') return [optimizer.learningRate, optimizer.momentum];
  return [optimizer.learningRate, optimizer.beta1, optimizer.beta2, optimizer.epsilon];
}

function complementsOf(optimizer: Optimizer): [number, number] {
  return optimizer.kind === 'sgd' ? [0, 0] : [1 - optimizer.beta1, 1 - optimizer.beta2];
}

const halves = (word: number): [number, number] => [word >>> 16, word & 0xffff];
