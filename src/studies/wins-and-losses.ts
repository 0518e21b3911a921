import type { DataSet } from '../core/data/data-set.ts';
import { mislabeledPlaneSet } from '../core/data/mislabeled-plane-set.ts';
import { planeSets, type PlaneSetName } from '../core/data/plane-sets.ts';
import { errorRate, negativeLogLikelihood } from '../core/statistics/classification.ts';
import type { Activation, Network } from '../core/training/network.ts';
import { adam } from '../core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { streamKey } from '../core/random/random.ts';
import type { Condition, Measures, Study, StudyPart } from './study.ts';

/** Training and test examples, examples in a step, Adam's learning rate and length of a training in the plane. */
export const planeProtocol = { training: 200, test: 1000, batch: 32, learningRate: 0.01, steps: 1000 } as const;

/** A problem in the plane. */
interface PlaneProblem {
  readonly data: PlaneSetName;
  /** Standard deviation of the data's noise, in units of the plane. */
  readonly noise: number;
  /** Share of training labels replaced by the other class. */
  readonly flipped: number;
}

/** Named problems: where mixup wins and where it loses. */
export const planeProblems = {
  paper: { data: 'rings', noise: 0.09, flipped: 0 },
  'noisy-moons': { data: 'moons', noise: 0.15, flipped: 0.3 },
  blobs: { data: 'blobs', noise: 0.3, flipped: 0 },
  'clean-moons': { data: 'moons', noise: 0.15, flipped: 0 },
  spirals: { data: 'spirals', noise: 0.05, flipped: 0 },
} as const satisfies Record<string, PlaneProblem>;
export type PlaneProblemName = keyof typeof planeProblems;

/** Error (share) and mean cross-entropy (nats) on fresh examples with right labels. */
export const planeMeasures = ['testError', 'testLoss'] as const;
export type PlaneMeasure = (typeof planeMeasures)[number];

/** Two hidden layers of equal width, two classes. */
export function planeNetwork(width: number, activation: Activation): Network {
  return { sizes: [2, width, width, 2], activation };
}

/** Fresh examples of a problem, all labeled right: those of a seed are the same whatever is trained on. */
export function planeTestSet({ data, noise }: PlaneProblem, seed: number): DataSet {
  return planeSets[data](planeProtocol.test, noise, streamKey(seed, 'test set'));
}

/** ERM and mixup on one problem. */
export const winsAndLossesConditions = (data: PlaneProblemName, alpha = 1): readonly PlaneCondition[] => [
  { name: `${data} erm`, data, policy: ermPolicy },
  { name: `${data} mixup`, data, policy: mixupPolicy(alpha) },
];

/** A condition of a study in the plane. */
export interface PlaneCondition extends Condition {
  readonly data: PlaneProblemName;
}

/**
 * ERM and mixup on problems in the plane; both conditions of a seed share data, initial weights and order of examples.
 *
 * @param alpha strength of mixup
 */
export function winsAndLosses(
  alpha = 1,
  names: readonly PlaneProblemName[] = Object.keys(planeProblems) as PlaneProblemName[],
  steps: number = planeProtocol.steps,
): Study<PlaneMeasure> {
  return {
    conditions: names.flatMap((name) => winsAndLossesConditions(name, alpha)),
    steps,
    measureEvery: steps,
    parts: (seeds) => names.map((name) => planePart(name, alpha, seeds)),
  };
}

function planePart(name: PlaneProblemName, alpha: number, seeds: readonly number[]): StudyPart<PlaneMeasure> {
  const { data, noise, flipped } = planeProblems[name];
  const { training, test, batch, learningRate } = planeProtocol;
  const conditions = winsAndLossesConditions(name, alpha);
  const sets = seeds.map((seed) => mislabeledPlaneSet(data, training, noise, flipped, seed));
  const tests = seeds.map((seed) => planeTestSet(planeProblems[name], seed));
  // One table for all seeds; each member trains on the rows of its own.
  const labels = Uint8Array.from(sets.flatMap((set) => Array.from(set.labels)));
  const trials = seeds.flatMap((seed, s) => {
    const rows = Uint32Array.from({ length: training }, (_, row) => s * training + row);
    return conditions.map((condition) => ({
      condition,
      seed,
      s,
      member: { seed, policy: condition.policy, optimizer: adam(learningRate), labels, rows },
    }));
  });
  const points = joined(tests);
  return {
    trials: trials.map(({ condition, seed }) => ({ condition, seed })),
    ensemble: {
      network: planeNetwork(32, 'relu'),
      inputs: joined(sets),
      members: trials.map(({ member }) => member),
      batch,
    },
    measure: async (members) => {
      const logs = await members.evaluate(points);
      return trials.map(({ s }, m): Measures<PlaneMeasure> => {
        const start = 2 * test * (m * seeds.length + s);
        const own = logs.subarray(start, start + 2 * test);
        if (own.some(Number.isNaN)) return { testError: NaN, testLoss: NaN };
        const right = (tests[s] as DataSet).labels;
        return { testError: errorRate(own, right, 2), testLoss: negativeLogLikelihood(own, right, 2) };
      });
    },
  };
}

/** The inputs of some sets, one set after another. */
function joined(sets: readonly DataSet[]): Float32Array {
  return Float32Array.from(sets.flatMap(({ inputs }) => Array.from(inputs)));
}
