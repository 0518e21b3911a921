import type { Ensemble, Member } from './ensemble.ts';
import { nearestRows } from './nearest-rows.ts';

/** Lists of rows for each row that a member trains on: which it may be paired with. Rows with the same list share one array. */
export type Candidates = readonly Uint32Array[];

/**
 * The partners that a member's rows may have, in the order of its rows: all its rows with the same *training* label, the row
 * itself included, or the k nearest other ones by Euclidean distance of the inputs, of any or the same class (fewer where
 * there are fewer; the row itself where there are none).
 *
 * @param member a member whose policy asks for partners of the same class or for near ones
 */
export function findCandidates({ network, inputs }: Ensemble, { rows, labels, policy }: Member): Candidates {
  const groupOf = (row: number): number => (policy.partnerClass === 'same' ? (labels[row] as number) : 0);
  const groups = new Map<number, Uint32Array>();
  for (const group of new Set(Array.from(rows, groupOf)))
    groups.set(
      group,
      rows.filter((row) => groupOf(row) === group),
    );
  const width = network.sizes[0] as number;
  return Array.from(rows, (row) => {
    const group = groups.get(groupOf(row)) as Uint32Array;
    if (policy.partnerChoice === 'random') return group;
    const nearest = nearestRows(inputs, width, row, group, policy.nearest);
    return nearest.length === 0 ? Uint32Array.of(row) : nearest;
  });
}
