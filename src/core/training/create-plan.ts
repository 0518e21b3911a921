import { betaQuantileCount, betaQuantiles } from '../random/beta-quantiles.ts';
import { permutationShape, type PermutationShape } from '../random/permutation-shape.ts';
import { streamKey } from '../random/random.ts';
import { findCandidates, type Candidates } from './candidates.ts';
import { stepLimit, type Ensemble, type Member } from './ensemble.ts';
import { maskNumbers, patchSides, type Mask } from './mask.ts';
import { partnerPools, type MemberPlan } from './member-plan.ts';
import { maskOf, type Policy } from './policy.ts';

/**
 * All that a run's random choices are computed from. It is made once for an ensemble and holds nothing for single steps:
 * which examples meet in which step, and with which lambda, are functions of it (`draw.ts`; `plan-programs.ts` has them for
 * graphics processors), evaluated where they are needed. Members that share rows, candidates or alpha share their numbers.
 */
export interface Plan {
  readonly members: readonly MemberPlan[];
  /** Rows, candidates and quantiles of lambda; whole numbers below 2^24 and float32 values, so that float32 holds them all exactly. */
  readonly table: Float32Array;
  /** Examples of one step, as a set to permute. */
  readonly batch: PermutationShape;
  /** The most steps a run can have: positions in its order are 32-bit numbers. */
  readonly mostSteps: number;
}

/** Whole numbers up to this are exact in float32. */
const exactNumbers = 2 ** 24;

/**
 * Prepares the random choices of a run: mixup's `x~ = lambda x_i + (1 - lambda) x_j` and the same for labels (Sec. 2 of the
 * paper), with i, j and lambda of every step and member decided by seeds alone.
 *
 * @param ensemble one that `expectEnsemble` accepts; whoever takes it from somebody else asks that first
 * @throws RangeError if its lists of nearest rows have more than 2^24 numbers together
 */
export function createPlan(ensemble: Ensemble): Plan {
  const { batch, members } = ensemble;
  const table = createTableOfLists();
  const identify = createIdentities();
  const planOf = (member: Member): MemberPlan => {
    const { seed, rows, policy } = member;
    const pool = partnerPools[poolOf(policy)];
    const rowsKey = `rows ${identify(rows)}`;
    const mask = maskOf(policy);
    const maskKey = mask ? `${mask.width} ${mask.height}` : '';
    return {
      ...permutationShape(rows.length),
      orderKey: streamKey(seed, 'order'),
      partnerKey: streamKey(seed, 'partners', ...partnerStream(policy)),
      lambdaKey: streamKey(seed, 'lambda'),
      rowsAt: table.place(rowsKey, () => rows),
      pool,
      candidatesAt:
        pool === partnerPools.candidates
          ? table.place(`${rowsKey} ${candidatesKey(member, identify)}`, () =>
              joinCandidates(findCandidates(ensemble, member)),
            )
          : 0,
      lambdasAt: table.place(`lambda ${policy.alpha} ${policy.heavier ?? 'either'} ${maskKey}`, () =>
        lambdas(policy, mask),
      ),
      lambdaStep: policy.lambdaPer === 'example' ? 1 : 0,
      mixesFrom: policy.mixesFrom ?? 0,
      mixesUntil: policy.mixesUntil ?? 0,
      mixesAtMost: Math.floor((policy.mixesShare ?? 1) * 2 ** 32) - 1,
      maskAt: mask ? table.place(`mask ${mask.kind} ${maskKey}`, () => maskNumbers(mask)) : 0,
    };
  };
  const plans = members.map(planOf);
  return {
    members: plans,
    table: table.join(),
    batch: permutationShape(batch),
    mostSteps: stepLimit(batch),
  };
}

function poolOf({ alpha, partnerChoice, partnerClass, partnerPool }: Policy): keyof typeof partnerPools {
  if (alpha === 0) return 'self';
  return partnerChoice === 'nearest' || partnerClass === 'same' ? 'candidates' : partnerPool;
}

/** What tells the streams of partners of one seed apart. */
function partnerStream({ partnerChoice, partnerClass, partnerPool }: Policy): string[] {
  return partnerChoice === 'nearest' || partnerClass === 'same' ? [partnerChoice, partnerClass] : [partnerPool];
}

/** Members with equal keys and the same rows have the same candidates. */
function candidatesKey({ policy, labels }: Member, identify: (object: object) => number): string {
  const { partnerClass, partnerChoice, nearest } = policy;
  return `${partnerClass === 'same' ? `same ${identify(labels)}` : 'any'} ${partnerChoice === 'nearest' ? nearest : 'all'}`;
}

/** For each place where its list starts and how long it is, then the lists, each once. */
function joinCandidates(candidates: Candidates): number[] {
  const starts = new Map<Uint32Array, number>();
  let end = 2 * candidates.length;
  for (const list of candidates) {
    if (starts.has(list)) continue;
    starts.set(list, end);
    end += list.length;
  }
  if (end > exactNumbers)
    throw new RangeError(
      `policy.nearest: expected lists of partners with at most ${exactNumbers} numbers together, got ${end}.`,
    );
  return [
    ...candidates.flatMap((list) => [starts.get(list) as number, list.length]),
    ...Array.from(starts.keys()).flatMap((list) => Array.from(list)),
  ];
}

/**
 * The quantiles a member draws from. Where the first partner has to be the heavier one, each gives way to the larger of itself and 1
 * minus it; where pictures are cut, to the sides of the patch it asks for.
 */
function lambdas({ alpha, heavier }: Policy, mask?: Mask): Float32Array {
  const quantiles = betaQuantiles(alpha);
  const own =
    heavier === 'first'
      ? quantiles.map((_, k) => quantiles[Math.max(k, betaQuantileCount - 1 - k)] as number)
      : quantiles;
  return mask ? own.map((lambda) => patchSides(mask, lambda)) : own;
}

/** Lists one after another, each placed once for its key. */
function createTableOfLists() {
  const starts = new Map<string, number>();
  const lists: ArrayLike<number>[] = [];
  let length = 0;
  return {
    /** Where a list starts. It is made if no list with this key was placed before. */
    place(key: string, make: () => ArrayLike<number>): number {
      const known = starts.get(key);
      if (known !== undefined) return known;
      const start = length;
      const list = make();
      starts.set(key, start);
      lists.push(list);
      length += list.length;
      return start;
    },
    join(): Float32Array {
      const table = new Float32Array(length);
      [...starts.values()].forEach((start, k) => table.set(lists[k] as ArrayLike<number>, start));
      return table;
    },
  };
}

/** Numbers objects by identity, in the order they are first seen. */
function createIdentities(): (object: object) => number {
  const numbers = new Map<object, number>();
  return (object) => {
    const known = numbers.get(object) ?? numbers.size;
    numbers.set(object, known);
    return known;
  };
}
