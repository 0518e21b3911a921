import { exp } from '../core/elementary/exponential.ts';
import { square } from '../core/elementary/whole-power.ts';
import type { DataSet } from '../core/data/data-set.ts';
import { mislabeledPlaneSet } from '../core/data/mislabeled-plane-set.ts';
import { planeSets } from '../core/data/plane-sets.ts';
import { createRandom, randomInteger, streamKey, type Random } from '../core/random/random.ts';
import { sampleBeta } from '../core/random/beta.ts';
import { meanInterval, type Interval } from '../core/statistics/interval.ts';
import type { Engine } from '../engine/engine.ts';
import { packShares } from './pack-shares.ts';
import type { ConditionSummary } from './summarize-study.ts';
import {
  planeProblems,
  planeProtocol,
  winsAndLosses,
  type PlaneMeasure,
  type PlaneProblemName,
} from './wins-and-losses.ts';

/** The square of the plane that is pictured, and the cells it is divided into, row by row from the bottom. */
export const pictureGrid = { least: -1.75, greatest: 1.75, cells: 48 } as const;

/** Two examples whose blends are looked at, at even steps from the first to the second. */
export interface Crossing {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** The labels trained on, 0 for class A and 1 for class B. */
  readonly labels: readonly [number, number];
  /** Stretches on which the blend asks for the wrong class, as shares of the way. */
  readonly wrong: readonly (readonly [number, number])[];
}

/** What is pictured of one problem. */
export interface PlanePicture {
  readonly seed: number;
  /** Probability of class B at the center of each cell, of ERM and of mixup, as {@link packShares} writes them. */
  readonly surfaces: readonly [string, string];
  /** Some pairs by lot that come by a wrong class. */
  readonly crossings: readonly Crossing[];
}

/**
 * What examples of a problem tell of a place: the class whose density is more than twice the other's, or neither; nothing
 * where hardly an example falls, that is less densely than around all but the sparsest twentieth of the training examples.
 */
type Ground = (x: number, y: number) => 0 | 1 | 'neither' | undefined;

/** Places looked at on a segment, ends included. */
const places = 33;
/** Standard deviation of the Gaussian kernel that densities are estimated with, in units of the plane. */
const kernel = 0.09;
const examplesOfGround = 4000;
const pairsCounted = 600;

/**
 * The seed whose test errors, of ERM and of mixup, are nearest to both means, in units of their spread over the seeds.
 *
 * @param summaries of the study over these seeds
 */
export function nearestSeed(
  summaries: readonly ConditionSummary<PlaneMeasure>[],
  problem: PlaneProblemName,
  seeds: readonly number[],
): number {
  const columns = ['erm', 'mixup'].map((method) => {
    const summary = summaries.find(({ condition }) => condition === `${problem} ${method}`);
    const { values, mean } = (summary as ConditionSummary<PlaneMeasure>).measures.testError.last;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + square(value - mean), 0) / values.length);
    return values.map((value) => (spread === 0 ? 0 : Math.abs(value - mean) / spread));
  });
  const distances = seeds.map((_, n) =>
    Math.sqrt(columns.reduce((sum, column) => sum + square(column[n] as number), 0)),
  );
  return seeds[distances.indexOf(Math.min(...distances))] as number;
}

/** Trains ERM and mixup on one problem from one seed, as the study does, and pictures both. */
export async function picturePlane(engine: Engine, problem: PlaneProblemName, seed: number): Promise<PlanePicture> {
  const study = winsAndLosses(1, [problem]);
  const [part] = study.parts([seed]);
  if (!part) throw new RangeError('parts: expected one for a problem, got none.');
  const training = await engine.prepare(part.ensemble);
  await training.train(study.steps);
  const logs = await training.evaluate(cellCenters());
  training.dispose();
  const cells = square(pictureGrid.cells);
  const surface = (member: number): string =>
    packShares(Array.from({ length: cells }, (_, cell) => exp(logs[2 * (member * cells + cell) + 1] as number)));
  return { seed, surfaces: [surface(0), surface(1)], crossings: crossings(problem, seed) };
}

/** The examples of a problem that the networks of a seed are trained on. */
export function trainingSetOf(problem: PlaneProblemName, seed: number) {
  const { data, noise, flipped } = planeProblems[problem];
  return mislabeledPlaneSet(data, planeProtocol.training, noise, flipped, seed);
}

/** Centers of the cells, `[cells, 2]`, row 0 at the bottom. */
function cellCenters(): Float32Array {
  const { least, greatest, cells } = pictureGrid;
  const at = (index: number): number => least + ((index + 0.5) / cells) * (greatest - least);
  return Float32Array.from({ length: 2 * cells * cells }, (_, k) => {
    const cell = k >> 1;
    return at(k % 2 === 0 ? cell % cells : Math.floor(cell / cells));
  });
}

/** How many crossings are pictured, and from how many places of the wrong class on a pair counts as one. */
const pictured = 7;
const wrongPlaces = 3;

/**
 * Pairs drawn by lot, both with right labels, whose blends ask for the wrong class on some of the way. Wrong labels would show
 * a harm of their own, which averages out.
 */
function crossings(problem: PlaneProblemName, seed: number): Crossing[] {
  const set = trainingSetOf(problem, seed);
  const ground = groundOf(problem, seed, set);
  const random = createRandom(seed, 'pairs pictured');
  const found: Crossing[] = [];
  for (let tries = 0; tries < 20_000 && found.length < pictured; tries += 1) {
    const [i, j] = twoRows(random);
    if (i === j || set.flipped[i] === 1 || set.flipped[j] === 1) continue;
    const [from, to] = [pointOf(set, i), pointOf(set, j)];
    const labels = [set.labels[i] as number, set.labels[j] as number] as const;
    const isWrong = Array.from({ length: places }, (_, k) => {
      const share = k / (places - 1);
      // Half way between two classes a blend asks for neither.
      if (share === 0.5 && labels[0] !== labels[1]) return false;
      return isWrongClass(ground(...blendOf(from, to, share)), labels[share > 0.5 ? 1 : 0]);
    });
    if (isWrong.filter(Boolean).length >= wrongPlaces) found.push({ from, to, labels, wrong: stretches(isWrong) });
  }
  return found;
}

/**
 * Of the blends of rightly labeled examples that fall where examples are, the share that asks for the wrong class.
 *
 * @param seeds a mean and interval over these
 * @returns a share, in [0, 1]
 */
export function wrongBlendShare(problem: PlaneProblemName, seeds: readonly number[]): Interval {
  return meanInterval(
    seeds.map((seed) => {
      const set = trainingSetOf(problem, seed);
      const ground = groundOf(problem, seed, set);
      const random = createRandom(seed, 'pairs counted');
      let fallen = 0;
      let wrong = 0;
      for (let pair = 0; pair < pairsCounted; pair += 1) {
        const [i, j] = twoRows(random);
        const share = sampleBeta(1, random);
        if (set.flipped[i] === 1 || set.flipped[j] === 1) continue;
        const right = ground(...blendOf(pointOf(set, i), pointOf(set, j), share));
        if (right === undefined) continue;
        fallen += 1;
        wrong += Number(isWrongClass(right, (share > 0.5 ? set.labels[j] : set.labels[i]) as number));
      }
      return wrong / Math.max(1, fallen);
    }),
  );
}

const twoRows = (random: Random): [number, number] => [
  randomInteger(random, planeProtocol.training),
  randomInteger(random, planeProtocol.training),
];

const pointOf = ({ inputs }: DataSet, row: number): readonly [number, number] =>
  [inputs[2 * row] as number, inputs[2 * row + 1] as number] as const;

const blendOf = (from: readonly [number, number], to: readonly [number, number], share: number): [number, number] => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
];

/** Whether one class is right at a place, and another is asked for. */
const isWrongClass = (right: ReturnType<Ground>, asked: number): boolean =>
  right !== undefined && right !== 'neither' && right !== asked;

/** Densities of both classes from fresh examples with right labels. */
function groundOf(problem: PlaneProblemName, seed: number, training: DataSet): Ground {
  const { data, noise } = planeProblems[problem];
  const { inputs, labels } = planeSets[data](examplesOfGround, noise, streamKey(seed, 'ground'));
  const densities = (x: number, y: number): [number, number] => {
    const sums: [number, number] = [0, 0];
    for (let row = 0; row < examplesOfGround; row += 1) {
      const dx = (inputs[2 * row] as number) - x;
      const dy = (inputs[2 * row + 1] as number) - y;
      const label = labels[row] === 1 ? 1 : 0;
      sums[label] += exp(-(dx * dx + dy * dy) / (2 * kernel * kernel));
    }
    return sums;
  };
  const around = Array.from({ length: training.labels.length }, (_, row) => {
    const [a, b] = densities(...pointOf(training, row));
    return a + b;
  }).sort((a, b) => a - b);
  const sparsest = around[Math.floor(around.length / 20)] as number;
  return (x, y) => {
    const [a, b] = densities(x, y);
    if (a + b < sparsest) return undefined;
    if (a > 2 * b) return 0;
    return b > 2 * a ? 1 : 'neither';
  };
}

/** Where flags are set, as shares of the way, half a place on either side. */
function stretches(flags: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  const at = (place: number): number => Math.min(1, Math.max(0, place / (places - 1)));
  flags.forEach((flag, k) => {
    if (!flag) return;
    const last = found.at(-1);
    if (last && flags[k - 1]) last[1] = at(k + 0.5);
    else found.push([at(k - 0.5), at(k + 0.5)]);
  });
  return found;
}
