import { rowCount, type Ensemble } from '../../core/training/ensemble.ts';
import { dropoutThreshold, noiseKey } from '../../core/random/noise.ts';
import type { PlanStreams } from '../../core/training/plan.ts';
import { memberRecord, memberTexels } from './shaders/member-source.ts';

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

/** The texels that a member's record takes, for all members: `[members, memberTexels, 4]`; read by `member-source.ts`. */
export function memberTable(
  ensemble: Ensemble,
  streams: PlanStreams,
  rowBlocks: number,
  labelStarts: readonly number[],
): Float32Array {
  const records = new Float32Array(ensemble.members.length * memberTexels * 4);
  ensemble.members.forEach(({ seed, policy }, s) => {
    const set = (texel: number, values: readonly number[]): void => records.set(values, (s * memberTexels + texel) * 4);
    set(memberRecord.streams, [
      (streams.order[s] as number) * rowBlocks,
      (streams.orders + (streams.partner[s] as number)) * rowBlocks,
      (streams.orders + streams.partners + (streams.lambda[s] as number)) * rowBlocks,
      policy.layer,
    ]);
    set(memberRecord.policy, [
      Number(policy.mixInputs),
      Number(policy.mixLabels),
      policy.labelSmoothing,
      policy.inputNoise,
    ]);
    set(memberRecord.words, [...halves(noiseKey(seed)), ...halves(dropoutThreshold(policy.dropout))]);
    set(memberRecord.scales, [1 / (1 - policy.dropout), labelStarts[s] as number]);
  });
  return records;
}

const halves = (word: number): [number, number] => [word >>> 16, word & 0xffff];
