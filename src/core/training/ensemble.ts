import { expectFinite, expectIndices, expectInteger, expectLength, expectNumber } from '../expect.ts';
import { largestPermutation } from '../random/permutation-shape.ts';
import { expectNetwork, type Network } from './network.ts';
import { expectOptimizers, type Optimizer } from './optimizer.ts';
import { expectPolicy, type Policy } from './policy.ts';

/** One network of an ensemble: what makes it differ from the others. */
export interface Member {
  /** Decides initial weights, order of examples, partners, lambdas and unit noise. Members with one seed share all they can. */
  readonly seed: number;
  readonly policy: Policy;
  /** How it learns. Members of one ensemble may differ in every number of it, but not in its kind. */
  readonly optimizer: Optimizer;
  /** Training label of every row of the ensemble's inputs, `[rows]`, each from 0 to classes - 1. */
  readonly labels: Uint8Array;
  /** The rows this member trains on. Members with the same rows should share one array: plans are shared by identity. */
  readonly rows: Uint32Array;
}

/**
 * S networks of one architecture, trained together on one table of examples.
 * A run is a value: the same ensemble gives the same plan, and on one engine the same numbers.
 */
export interface Ensemble {
  readonly network: Network;
  /** The examples, `[rows, inputs]` row by row; rows that no member lists are never trained on. */
  readonly inputs: Float32Array;
  readonly members: readonly Member[];
  /** Examples in one step, 1 to 1024. */
  readonly batch: number;
}

/** The most members an ensemble can have. */
export const memberLimit = 4096;

/** The most rows a table of examples can have: float32 holds their numbers exactly. */
const rowLimit = 2 ** 24;

/** The most steps that a run with mini-batches of this size can have: positions in its order of examples are 32-bit numbers. */
export function stepLimit(batch: number): number {
  return Math.floor(2 ** 32 / batch);
}

/** How many rows the ensemble's table of examples has. */
export function rowCount(ensemble: Ensemble): number {
  return ensemble.inputs.length / (ensemble.network.sizes[0] as number);
}

/** Which optimizer all members of an ensemble have. */
export function optimizerKind({ members }: Ensemble): Optimizer['kind'] {
  return (members[0] as Member).optimizer.kind;
}

/** The rows 0 to count - 1. */
export function allRows(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}

/**
 * Checks everything about an ensemble, once, before any engine allocates for it.
 *
 * @throws RangeError that names the argument, what was expected and what came
 */
export function expectEnsemble(ensemble: Ensemble): Ensemble {
  const { network, inputs, members, batch } = ensemble;
  expectNetwork(network);
  expectInteger('ensemble.batch', batch, 1, 1024);
  expectInteger('ensemble.members.length', members.length, 1, memberLimit);
  expectOptimizers(members.map(({ optimizer }) => optimizer));
  const rows = rowCount(ensemble);
  expectInteger(`ensemble.inputs.length / ${network.sizes[0]} (rows)`, rows, 1, rowLimit);
  expectFinite('ensemble.inputs', inputs);
  const classes = network.sizes.at(-1) as number;
  const convolves = (network.convolutions?.length ?? 0) > 0;
  const checked = new Set<unknown>();
  members.forEach((member, m) => {
    expectInteger(`members[${m}].seed`, member.seed, 0, 2 ** 32 - 1);
    expectPolicy(member.policy, convolves ? 0 : network.sizes.length - 2, network.sizes[0] as number);
    // Units are numbered for noise by ten bits, and a layer of convolutions has more of them.
    if (convolves) expectNumber(`members[${m}].policy.dropout (beside convolutions)`, member.policy.dropout, 0, 0);
    if (!checked.has(member.labels)) {
      expectLength(`members[${m}].labels`, member.labels, rows, 'labels, one for each row');
      expectIndices(`members[${m}].labels`, member.labels, classes);
      checked.add(member.labels);
    }
    if (!checked.has(member.rows)) {
      expectInteger(`members[${m}].rows.length`, member.rows.length, 1, largestPermutation);
      expectIndices(`members[${m}].rows`, member.rows, rows);
      checked.add(member.rows);
    }
  });
  return ensemble;
}
