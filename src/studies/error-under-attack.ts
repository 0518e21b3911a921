import { attack } from '../core/training/attack.ts';
import type { DataSet } from '../core/data/data-set.ts';
import { splitRows } from '../core/data/split-rows.ts';
import { errorRate } from '../core/statistics/classification.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import { digitsProtocol, digitsStudy } from './digits-study.ts';
import type { Condition, Measures, Study, StudyPart, Trial } from './study.ts';

/** The most that a pixel may change, in percent of the range from paper to ink. */
export const attackEpsilons = [0, 1, 2, 3, 4, 6, 8, 10, 15, 20] as const;
type AttackEpsilon = (typeof attackEpsilons)[number];

/** Equal steps of each attack (Sec. 3.5 of the paper). */
export const attackSteps = { fgsm: 1, 'i-fgsm': 10 } as const;
export type AttackName = keyof typeof attackSteps;

/** Whose gradient an attack follows: the attacked network's own, or that of another ERM network. */
export type Box = 'white' | 'black';

/** `white fgsm 10`: share of the attacked test digits that get a wrong answer. */
export type AttackMeasure = `${Box} ${AttackName} ${AttackEpsilon}`;

const boxes: readonly Box[] = ['white', 'black'];
const attackNames = Object.keys(attackSteps) as AttackName[];

export const attackMeasures: readonly AttackMeasure[] = boxes.flatMap((box) =>
  attackNames.flatMap((name) => attackEpsilons.map((epsilon): AttackMeasure => `${box} ${name} ${epsilon}`)),
);

/**
 * Strengths of mixup looked at in advance: the paper's for this network on ImageNet (Table 1), and its default on CIFAR. With
 * which of them it attacked networks it does not say.
 */
export const attackAlphas = { weak: 0.2, strong: 1 } as const;

/** Test digits attacked for each seed. */
const attackedDigits = 200;

/** The ERM network that black-box attacks are made on: the same training digits, other initial weights, another order. */
const otherErm = 'other-erm';
const otherSeed = 1_000_000;

/** An attacked digit goes through every network of a part, so parts are kept small. */
const seedsAtOnce = 2;

/** What makes a study smaller: length of the training, and at which epsilons to attack; others are not measured. */
interface ReducedAttacks {
  readonly steps?: number;
  readonly epsilons?: readonly AttackEpsilon[];
}

/**
 * Table 3 of the paper on digits: how often a network errs on test pictures that were changed so as to raise the loss, of its
 * own (white box) or of another ERM network (black box). The other network's two boxes are the same.
 *
 * @param digits or other pictures, from 0 to 1
 * @param alpha strength of mixup
 */
export function errorUnderAttack(
  digits: DataSet,
  alpha: number = attackAlphas.weak,
  reduced: ReducedAttacks = {},
): Study<AttackMeasure> {
  const compared = [
    { name: 'erm', policy: ermPolicy },
    { name: 'mixup', policy: mixupPolicy(alpha) },
  ];
  return attackedNetworks(digits, compared, reduced);
}

/** Networks of some conditions under attack, and of one more: the ERM network that black-box attacks are made on. */
export function attackedNetworks(
  digits: DataSet,
  compared: readonly Condition[],
  { steps, epsilons = attackEpsilons }: ReducedAttacks,
): Study<AttackMeasure> {
  const training = digitsStudy(digits, {
    conditions: [...compared, { name: otherErm, policy: ermPolicy }],
    ...(steps !== undefined && { steps }),
  });
  return {
    conditions: training.conditions,
    steps: training.steps,
    // Attacks take as long as many steps, so they are made once, at the end.
    measureEvery: training.steps,
    parts: (seeds) =>
      Array.from({ length: Math.ceil(seeds.length / seedsAtOnce) }, (_, p) =>
        seeds.slice(p * seedsAtOnce, (p + 1) * seedsAtOnce),
      ).flatMap((group) => training.parts(group).map((part) => attackedPart(digits, part, epsilons))),
  };
}

/** The first test rows of a seed, as they were split; the split is random. */
export function rowsToAttack(digits: DataSet, seed: number): Uint32Array {
  const { test } = splitRows(digits.labels.length, digitsProtocol.trainingRows, seed, digitsProtocol.testRows);
  return test.slice(0, attackedDigits);
}

function attackedPart(
  digits: DataSet,
  { trials, ensemble }: StudyPart<string>,
  epsilons: readonly AttackEpsilon[],
): StudyPart<AttackMeasure> {
  const members = ensemble.members.map((member, m) =>
    trials[m]?.condition.name === otherErm ? { ...member, seed: member.seed + otherSeed } : member,
  );
  return {
    trials,
    ensemble: { ...ensemble, members },
    measure: (training) => measureAttacks(training, digits, trials, epsilons),
  };
}

async function measureAttacks(
  training: TrainingEnsemble,
  digits: DataSet,
  trials: readonly Trial[],
  epsilons: readonly AttackEpsilon[],
): Promise<Measures<AttackMeasure>[]> {
  const { classes, width } = digits;
  // Each member's own copy of the digits of its seed, one member after another.
  const rows = trials.flatMap(({ seed }) => Array.from(rowsToAttack(digits, seed)));
  const count = rows.length / trials.length;
  const clean = new Float32Array(rows.length * width);
  const labels = new Float32Array(rows.length * classes);
  rows.forEach((row, n) => {
    clean.set(digits.inputs.subarray(row * width, (row + 1) * width), n * width);
    labels[n * classes + (digits.labels[row] as number)] = 1;
  });
  const labelsOf = (m: number): number[] =>
    rows.slice(m * count, (m + 1) * count).map((row) => digits.labels[row] as number);
  const otherOf = ({ seed }: Trial): number =>
    trials.findIndex((trial) => trial.seed === seed && trial.condition.name === otherErm);

  const measured = trials.map((): Partial<Record<AttackMeasure, number>> => ({}));
  for (const name of attackNames) {
    for (const epsilon of epsilons) {
      const strength = { epsilon: epsilon / 100, steps: epsilon === 0 ? 1 : attackSteps[name], range: [0, 1] } as const;
      const points = await attack(clean, labels, (moved) => ownGradients(training, moved, labels), strength);
      const logs = await training.evaluate(points);
      /** The error of member m on the points that were made on member `on`. */
      const errorOf = (m: number, on: number): number => {
        const start = (m * trials.length + on) * count * classes;
        const own = logs.subarray(start, start + count * classes);
        return own.some(Number.isNaN) ? NaN : errorRate(own, labelsOf(on), classes);
      };
      trials.forEach((trial, m) => {
        Object.assign(measured[m] as object, {
          [`white ${name} ${epsilon}`]: errorOf(m, m),
          [`black ${name} ${epsilon}`]: errorOf(m, otherOf(trial)),
        });
      });
    }
  }
  return measured as Measures<AttackMeasure>[];
}

/** Of the gradients of all members at all points, each member's at its own block of points. */
async function ownGradients(
  training: TrainingEnsemble,
  points: Float32Array,
  labels: Float32Array,
): Promise<Float32Array> {
  const all = await training.inputGradients(points, labels);
  const members = training.ensemble.members.length;
  const block = points.length / members;
  const own = new Float32Array(points.length);
  for (let m = 0; m < members; m += 1) {
    const start = m * points.length + m * block;
    // A diverged network has no gradient; its error is not a number either way.
    own.set(
      all.subarray(start, start + block).map((slope) => (Number.isFinite(slope) ? slope : 0)),
      m * block,
    );
  }
  return own;
}
