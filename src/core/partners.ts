import type { Ensemble, Member } from './ensemble.ts';
import { createRandom, randomInteger, shuffle, streamKey } from './random.ts';

/** Fills `partners` with a second partner j for each first partner i of a mini-batch. */
export type ChoosePartners = (step: number, order: Uint32Array, partners: Uint32Array) => void;

/** Members with equal keys (and equal order of examples) draw the same partners. */
export function partnersKey({ policy, labels }: Member, identify: (object: object) => number): string {
  if (policy.alpha === 0) return 'self';
  const labelled = policy.partnerClass === 'same' ? `same ${identify(labels)}` : 'any';
  return policy.partnerChoice === 'nearest'
    ? `${labelled} nearest ${policy.nearest}`
    : `${labelled} ${policy.partnerClass === 'any' ? policy.partnerPool : 'rows'}`;
}

/**
 * How a member chooses second partners. Random partners of any class are uniform over all its rows (the paper's formula)
 * or a permutation of the mini-batch (the paper's code); of the same class, uniform over its rows with that *training*
 * label, itself included. Nearest partners are uniform among the k nearest other rows by Euclidean distance of the
 * inputs, of any or the same class (fewer where there are fewer; the row itself where there are none).
 * Without mixing (alpha = 0) each row is its own partner.
 */
export function createPartners(ensemble: Ensemble, member: Member): ChoosePartners {
  const { seed, policy, rows } = member;
  if (policy.alpha === 0) return (_step, order, partners) => void partners.set(order);
  if (policy.partnerChoice === 'nearest' || policy.partnerClass === 'same') {
    const candidates = policy.partnerChoice === 'nearest' ? nearestRows(ensemble, member) : rowsOfSameClass(member);
    const key = streamKey(seed, 'partners', policy.partnerChoice, policy.partnerClass);
    return (step, order, partners) => {
      const random = createRandom(key, step);
      order.forEach((row, b) => {
        const choices = candidates.get(row) as Uint32Array;
        partners[b] = choices.length === 0 ? row : (choices[randomInteger(random, choices.length)] as number);
      });
    };
  }
  const key = streamKey(seed, 'partners', policy.partnerPool);
  if (policy.partnerPool === 'batch') {
    return (step, order, partners) => {
      partners.set(order);
      shuffle(partners, createRandom(key, step));
    };
  }
  return (step, _order, partners) => {
    const random = createRandom(key, step);
    for (let b = 0; b < partners.length; b += 1) partners[b] = rows[randomInteger(random, rows.length)] as number;
  };
}

function rowsOfSameClass({ rows, labels }: Member): Map<number, Uint32Array> {
  const groups = new Map<number, Uint32Array>();
  for (const label of new Set(rows.map((row) => labels[row] as number)))
    groups.set(
      label,
      rows.filter((row) => labels[row] === label),
    );
  return new Map(Array.from(rows, (row) => [row, groups.get(labels[row] as number) as Uint32Array]));
}

/** For each row of a member, its k nearest other rows; of equal distances the lower row first. Time rows^2 x inputs. */
function nearestRows({ network, inputs }: Ensemble, { rows, labels, policy }: Member): Map<number, Uint32Array> {
  const width = network.sizes[0] as number;
  const squaredDistance = (a: number, b: number): number => {
    let sum = 0;
    for (let k = 0; k < width; k += 1)
      sum += ((inputs[a * width + k] as number) - (inputs[b * width + k] as number)) ** 2;
    return sum;
  };
  const nearest = (row: number): Uint32Array => {
    const others = Array.from(
      rows.filter((other) => other !== row && (policy.partnerClass === 'any' || labels[other] === labels[row])),
    );
    const distances = new Map(others.map((other) => [other, squaredDistance(row, other)]));
    others.sort((a, b) => (distances.get(a) as number) - (distances.get(b) as number) || a - b);
    return Uint32Array.from(others.slice(0, policy.nearest));
  };
  return new Map(Array.from(rows, (row) => [row, nearest(row)]));
}
