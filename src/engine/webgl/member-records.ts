import { rowCount, type Ensemble } from '../../core/training/ensemble.ts';
import { decayRates, type Optimizer } from '../../core/training/optimizer.ts';
import { hiddenMixingLayer } from '../../core/training/policy.ts';
import { dropoutThreshold, noiseKey } from '../../core/random/noise.ts';
import type { PlanStreams } from '../../core/training/plan.ts';

/** Texels of one member's record in the table of members. */
export const memberTexels = 6;

/** What the texels of a record hold. */
const memberRecord = {
  /** Texel offsets of its streams within a step of the plan: order, partners, lambda; then the layer it mixes. */
  streams: 0,
  /** Whether inputs and labels are mixed, label smoothing, input noise. */
  policy: 1,
  /** Noise key, dropout threshold: high and low halves. */
  words: 2,
  /** 1 / (1 - dropout); first entry of its labels; weight decay; which bias corrections are its. */
  scales: 3,
  /** Learning rate; then Adam's beta1, beta2 and epsilon, or momentum. */
  rates: 4,
  /** 1 - beta1 and 1 - beta2, rounded once, from float64. */
  complements: 5,
} as const;

/**
 * Reads of a member's record; `member` is in scope. Hash words travel as two halves of 16 bits, which float32 holds
 * exactly.
 */
export const memberSource = `
vec4 memberRecord(int member, int texel) { return texelFetch(members, ivec2(texel, member), 0); }
uint wordOf(vec2 halves) { return (uint(halves.x) << 16) | uint(halves.y); }`;

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

/** The texels that a member's record takes, for all members: `[members, memberTexels, 4]`. */
export function memberRecords(
  ensemble: Ensemble,
  streams: PlanStreams,
  rowBlocks: number,
  labelStarts: readonly number[],
): Float32Array {
  const records = new Float32Array(ensemble.members.length * memberTexels * 4);
  const corrections = decayRates(ensemble.members.map(({ optimizer }) => optimizer)).of;
  ensemble.members.forEach(({ seed, policy, optimizer }, s) => {
    const set = (texel: number, values: readonly number[]): void => records.set(values, (s * memberTexels + texel) * 4);
    set(memberRecord.streams, [
      (streams.order[s] as number) * rowBlocks,
      (streams.orders + (streams.partner[s] as number)) * rowBlocks,
      (streams.orders + streams.partners + (streams.lambda[s] as number)) * rowBlocks,
      hiddenMixingLayer(policy),
    ]);
    set(memberRecord.policy, [
      Number(policy.mixInputs),
      Number(policy.mixLabels),
      policy.labelSmoothing,
      policy.inputNoise,
    ]);
    set(memberRecord.words, [...halves(noiseKey(seed)), ...halves(dropoutThreshold(policy.dropout))]);
    set(memberRecord.scales, [
      1 / (1 - policy.dropout),
      labelStarts[s] as number,
      optimizer.weightDecay,
      corrections[s] as number,
    ]);
    set(memberRecord.rates, ratesOf(optimizer));
    if (optimizer.kind === 'adam') set(memberRecord.complements, [1 - optimizer.beta1, 1 - optimizer.beta2]);
  });
  return records;
}

function ratesOf(optimizer: Optimizer): number[] {
  if (optimizer.kind === 'sgd') return [optimizer.learningRate, optimizer.momentum];
  return [optimizer.learningRate, optimizer.beta1, optimizer.beta2, optimizer.epsilon];
}

const halves = (word: number): [number, number] => [word >>> 16, word & 0xffff];
