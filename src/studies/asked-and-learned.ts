import { askedAnswers, askedAt } from '../core/asked/asked-answers.ts';
import { fallenBlends, type CellGrid, type FallenBlends } from '../core/asked/asked-in-plane.ts';
import { mislabeledPlaneSet } from '../core/data/mislabeled-plane-set.ts';
import type { PlaneSetName } from '../core/data/plane-sets.ts';
import { exp } from '../core/elementary/exponential.ts';
import { allRows, type Ensemble } from '../core/training/ensemble.ts';
import { adam } from '../core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { planeNetwork, planeProtocol, planeTestSet } from './wins-and-losses.ts';

/** The protocol of all trainings in the plane, three times as long: mixup's blends need it; and the steps between records. */
export const askedProtocol = { ...planeProtocol, steps: 3000, recordEvery: 50 } as const;

/** Side of the cells that blends are counted in, in units of the plane. */
export const cellSide = 1 / 16;

/** Standard deviation of the kernel that joins neighboring cells, in units of the plane, unless the reader sets it. */
export const usualWidth = 0.05;

/** The strengths of mixup that are compared over seeds. */
export const askedAlphas = [0.2, 1, 8] as const;

/** The problems on which mixup makes mistakes that can be counted. */
export const askedProblems = {
  spirals: { data: 'spirals', noise: 0.1, flipped: 0 },
  rings: { data: 'rings', noise: 0.25, flipped: 0 },
  moons: { data: 'moons', noise: 0.15, flipped: 0.3 },
} as const;
export type AskedProblemName = keyof typeof askedProblems;

/** How far the plane is looked at from its middle: as little as holds nearly all examples. */
const reaches: Readonly<Record<PlaneSetName, number>> = { spirals: 1.75, rings: 2, moons: 1.75, blobs: 2 };

/** The networks in the order of the ensemble's members. */
export const learners = ['erm', 'mixup'] as const;
type Learner = (typeof learners)[number];

/** Everything that decides what is asked for and what is learned, but for the width of the kernel. */
export interface AskedSettings {
  readonly problem: AskedProblemName;
  readonly alpha: number;
  readonly seed: number;
}

/** What is trained for some settings, and where it is compared with what mixup asks for. */
export interface AskedExperiment {
  readonly settings: AskedSettings;
  readonly grid: CellGrid;
  readonly training: ReturnType<typeof mislabeledPlaneSet>;
  readonly blends: FallenBlends;
  readonly ensemble: Ensemble;
  /** Centers of the cells, then test examples, `[count, 2]`. */
  readonly points: Float32Array;
  /** Places of the test examples, `[tests, 2]`, and their labels, all right. */
  readonly test: ReturnType<typeof planeTestSet>;
}

/** ERM and mixup with one seed, so that data, initial weights and order of examples are shared, and what mixup asks for there. */
export function askedExperiment(settings: AskedSettings): AskedExperiment {
  const { problem, alpha, seed } = settings;
  const { data, noise, flipped } = askedProblems[problem];
  const training = mislabeledPlaneSet(data, askedProtocol.training, noise, flipped, seed);
  const test = planeTestSet(askedProblems[problem], seed);
  const reach = reaches[data];
  const grid = { reach, cells: Math.round((2 * reach) / cellSide) };
  const centers = cellCenters(grid);
  const points = new Float32Array(centers.length + test.inputs.length);
  points.set(centers);
  points.set(test.inputs, centers.length);
  const rows = allRows(askedProtocol.training);
  return {
    settings,
    grid,
    training,
    blends: fallenBlends(training.inputs, training.labels, alpha, grid),
    points,
    test,
    ensemble: {
      network: planeNetwork(32, 'relu'),
      inputs: training.inputs,
      members: [ermPolicy, mixupPolicy(alpha)].map((policy) => ({
        ...{ seed, policy, rows, labels: training.labels },
        optimizer: adam(askedProtocol.learningRate),
      })),
      batch: askedProtocol.batch,
    },
  };
}

function cellCenters({ reach, cells }: CellGrid): Float32Array {
  const at = (index: number): number => ((2 * index + 1) / cells - 1) * reach;
  return Float32Array.from({ length: 2 * cells * cells }, (_, k) => {
    const cell = k >> 1;
    return at(k % 2 === 0 ? cell % cells : Math.floor(cell / cells));
  });
}

/** What both networks answer. */
export interface Learned {
  /** Probability of class B at the center of each cell. */
  readonly surfaces: Readonly<Record<Learner, Float64Array>>;
  /** 1 where the answer to a test example is wrong. */
  readonly mistakes: Readonly<Record<Learner, Uint8Array>>;
}

/**
 * Reads what both networks answer.
 *
 * @param logProbabilities of the experiment's points, `[2, points, 2]`
 */
export function readLearned({ grid, points, test }: AskedExperiment, logProbabilities: ArrayLike<number>): Learned {
  const cells = grid.cells * grid.cells;
  const of = (member: number) => {
    const at = (point: number, label: number): number =>
      logProbabilities[member * points.length + 2 * point + label] as number;
    return {
      surface: Float64Array.from({ length: cells }, (_, cell) => exp(at(cell, 1))),
      mistakes: test.labels.map((label, n) => Number(at(cells + n, label) <= at(cells + n, 1 - label))),
    };
  };
  const [erm, mixup] = [of(0), of(1)];
  return {
    surfaces: { erm: erm.surface, mixup: mixup.surface },
    mistakes: { erm: erm.mistakes, mixup: mixup.mistakes },
  };
}

/** What mixup asks for, and how near the networks come to it. */
export interface Comparison {
  /** Probability of class B in each cell; NaN where no segment goes. */
  readonly asked: Float64Array;
  /** Share of the test examples that are wrong: of what is asked for, and of both networks. */
  readonly errors: Readonly<Record<Learner | 'asked', number>>;
  /** Mean distance of a network's probabilities from those asked for, over where blends fall. */
  readonly distances: Readonly<Record<Learner, number>>;
  /** Of the mixup network's mistakes, the share that what is asked for makes too, and that ERM's network does; NaN of none. */
  readonly shared: Readonly<Record<'asked' | 'erm', number>>;
}

/**
 * Compares what two networks learned with what mixup asks for.
 *
 * @param width of the kernel, in units of the plane
 */
export function compareWithAsked(
  { blends, grid, test }: Pick<AskedExperiment, 'blends' | 'grid' | 'test'>,
  { surfaces, mistakes }: Learned,
  width: number,
): Comparison {
  const asked = askedAnswers(blends, grid, width);
  const askedMistakes = test.labels.map((label, n) => {
    const ofB = askedAt(asked, grid, test.inputs[2 * n] as number, test.inputs[2 * n + 1] as number);
    return Number(label === 1 ? ofB <= 0.5 : ofB >= 0.5);
  });
  const within = blends.all.reduce((sum, probability) => sum + probability, 0);
  const distance = (surface: Float64Array): number =>
    blends.all.reduce(
      (sum, probability, cell) =>
        probability > 0 ? sum + probability * Math.abs((surface[cell] as number) - (asked[cell] as number)) : sum,
      0,
    ) / within;
  const shareOfMixups = (others: Uint8Array): number =>
    sum(mistakes.mixup.map((mistake, n) => mistake * (others[n] as number))) / sum(mistakes.mixup);
  return {
    asked,
    errors: { asked: mean(askedMistakes), erm: mean(mistakes.erm), mixup: mean(mistakes.mixup) },
    distances: { erm: distance(surfaces.erm), mixup: distance(surfaces.mixup) },
    shared: { asked: shareOfMixups(askedMistakes), erm: shareOfMixups(mistakes.erm) },
  };
}

const sum = (flags: Uint8Array): number => flags.reduce((total, flag) => total + flag, 0);
const mean = (flags: Uint8Array): number => sum(flags) / flags.length;
