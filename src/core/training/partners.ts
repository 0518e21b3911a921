import type { Ensemble, Member } from './ensemble.ts';
import { nearestRows } from './nearest-rows.ts';
import { createRandom, randomInteger, shuffle, streamKey } from '../random/random.ts';

/** Fills `partners` with a second partner j for each first partner i of a mini-batch. */
export type ChoosePartners = (step: number, order: Uint32Array, partners: Uint32Array) => void;

/** The rows that each of a member's rows may be paired with, by row number. */
type Candidates = ReadonlyMap<number, Uint32Array>;

/** Members with equal keys (and equal order of examples) draw the same partners. */
export function partnersKey({ policy, labels }: Member, identify: (object: object) => number): string {
  if (policy.alpha === 0) return 'self';
  const labelled = policy.partnerClass === 'same' ? `same ${identify(labels)}` : 'any';
  if (policy.partnerChoice === 'nearest') return `${labelled} nearest ${policy.nearest}`;
  return policy.partnerClass === 'same' ? labelled : `${labelled} ${policy.partnerPool}`;
}

/**
 * How the members of an ensemble choose second partners. Random partners of any class are uniform over all a member's
 * rows (the paper's formula) or a permutation of the mini-batch (the paper's code); of the same class, uniform over its
 * rows with that *training* label, itself included. Nearest partners are uniform among the k nearest other rows by
 * Euclidean distance of the inputs, of any or the same class (fewer where there are fewer; the row itself where there
 * are none). Without mixing (alpha = 0) each row is its own partner.
 *
 * Which rows may be partners depends on no seed, so members that differ only in their seed share that search.
 */
export function createPartners(
  ensemble: Ensemble,
  identify: (object: object) => number,
): (member: Member) => ChoosePartners {
  const known = new Map<string, Candidates>();
  const candidatesOf = (member: Member): Candidates => {
    const key = `${identify(member.rows)} ${partnersKey(member, identify)}`;
    const candidates = known.get(key) ?? findCandidates(ensemble, member);
    known.set(key, candidates);
    return candidates;
  };
  return (member) => {
    const { policy } = member;
    if (policy.alpha === 0) return chooseSelf;
    if (policy.partnerChoice === 'nearest' || policy.partnerClass === 'same') {
      return chooseAmong(candidatesOf(member), member);
    }
    return policy.partnerPool === 'batch' ? chooseInBatch(member) : chooseInRows(member);
  };
}

function chooseSelf(_step: number, order: Uint32Array, partners: Uint32Array): void {
  partners.set(order);
}

function chooseInBatch({ seed }: Member): ChoosePartners {
  const key = streamKey(seed, 'partners', 'batch');
  return (step, order, partners) => {
    partners.set(order);
    shuffle(partners, createRandom(key, step));
  };
}

function chooseInRows({ seed, rows }: Member): ChoosePartners {
  const key = streamKey(seed, 'partners', 'rows');
  return (step, _order, partners) => {
    const random = createRandom(key, step);
    for (let b = 0; b < partners.length; b += 1) partners[b] = rows[randomInteger(random, rows.length)] as number;
  };
}

function chooseAmong(candidates: Candidates, { seed, policy }: Member): ChoosePartners {
  const key = streamKey(seed, 'partners', policy.partnerChoice, policy.partnerClass);
  return (step, order, partners) => {
    const random = createRandom(key, step);
    order.forEach((row, b) => {
      const choices = candidates.get(row) as Uint32Array;
      partners[b] = choices.length === 0 ? row : (choices[randomInteger(random, choices.length)] as number);
    });
  };
}

function findCandidates(ensemble: Ensemble, { rows, labels, policy }: Member): Candidates {
  const groupOf = (row: number): number => (policy.partnerClass === 'same' ? (labels[row] as number) : 0);
  const groups = new Map<number, Uint32Array>();
  for (const group of new Set(Array.from(rows, groupOf)))
    groups.set(
      group,
      rows.filter((row) => groupOf(row) === group),
    );
  const width = ensemble.network.sizes[0] as number;
  return new Map(
    Array.from(rows, (row) => {
      const group = groups.get(groupOf(row)) as Uint32Array;
      return [
        row,
        policy.partnerChoice === 'random' ? group : nearestRows(ensemble.inputs, width, row, group, policy.nearest),
      ];
    }),
  );
}
