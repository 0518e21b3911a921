import { jointFingerprint, memberFingerprints } from '../../core/training/fingerprint.ts';
import { forward, logSoftmax } from '../../core/training/forward.ts';
import { initialParameters, type Network } from '../../core/training/network.ts';
import { methods, type Experiment } from './experiment.ts';
import { surfaceGrid } from './surface-grid.ts';

/** How well one network does at a step. */
export interface Scores {
  /** Mean cross-entropy on the training examples as they are, with their training labels, in nats. */
  readonly trainLoss: number;
  /** Mean cross-entropy on the test examples, in nats. */
  readonly testLoss: number;
  /** Share of test examples whose predicted class is wrong. */
  readonly testError: number;
}

export type Method = (typeof methods)[number];

/** What the figure shows of one step. */
export interface Reading {
  readonly step: number;
  readonly scores: Readonly<Record<Method, Scores>>;
  /** Probability of class B in every cell of the surface grid. */
  readonly surfaces: Readonly<Record<Method, Float32Array>>;
  /** Parameters of both networks, `[2, parameters]`. */
  readonly parameters: Float64Array;
}

/**
 * Sums up what both networks say of the experiment's points.
 *
 * @param logProbabilities `[2, points, 2]`
 */
export function readLogProbabilities(
  experiment: Experiment,
  step: number,
  logProbabilities: ArrayLike<number>,
  parameters: Float64Array,
): Reading {
  const count = experiment.points.length / 2;
  const cells = surfaceGrid.columns * surfaceGrid.rows;
  const trainingEnd = cells + experiment.training.length;
  const read = (member: number): [Float32Array, Scores] => {
    const at = (point: number, label: number): number =>
      logProbabilities[2 * (member * count + point) + label] as number;
    const testLabels = experiment.testLabels;
    const meanLoss = (labels: ArrayLike<number>, first: number): number =>
      -Array.from(labels).reduce((sum, label, n) => sum + at(first + n, label), 0) / labels.length;
    const wrong = testLabels.reduce(
      (sum, label, n) => sum + Number(at(trainingEnd + n, label) <= at(trainingEnd + n, 1 - label)),
      0,
    );
    const scores = {
      trainLoss: meanLoss(
        experiment.training.map(({ label }) => label),
        cells,
      ),
      testLoss: meanLoss(testLabels, trainingEnd),
      testError: wrong / testLabels.length,
    };
    return [Float32Array.from({ length: cells }, (_, cell) => Math.exp(at(cell, 1))), scores];
  };
  const [erm, mixup] = methods.map((_, member) => read(member)) as [ReturnType<typeof read>, ReturnType<typeof read>];
  return { step, parameters, surfaces: { erm: erm[0], mixup: mixup[0] }, scores: { erm: erm[1], mixup: mixup[1] } };
}

/** Reads both networks off their parameters alone, without an engine: for a state that was baked or not yet trained. */
export function readParameters(experiment: Experiment, step: number, parameters: Float64Array): Reading {
  const points = Float64Array.from(experiment.points);
  const perMember = methods.map((_, member) =>
    logProbabilitiesAt(experiment.ensemble.network, memberParameters(parameters, member), points),
  );
  const all = new Float64Array(perMember.reduce((sum, values) => sum + values.length, 0));
  perMember.forEach((values, member) => all.set(values, member * values.length));
  return readLogProbabilities(experiment, step, all, parameters);
}

/** Both networks before the first step. */
export function readStart(experiment: Experiment): Reading {
  const { network, members } = experiment.ensemble;
  const parameters = members.flatMap(({ seed }) => Array.from(initialParameters(network, seed)));
  return readParameters(experiment, 0, Float64Array.from(parameters));
}

/** The fingerprint of both networks, as they were read back. */
export const fingerprintOf = ({ parameters }: Reading): string | undefined =>
  jointFingerprint(memberFingerprints(parameters, methods.length));

/** One place of a segment: the share of its end B, and what both networks predict there. */
export interface ProfilePoint {
  readonly share: number;
  /** Probability of class B. */
  readonly probability: Readonly<Record<Method, number>>;
}

/** What both networks predict along the segment from a to b, at 61 places. */
export function profile(
  network: Network,
  parameters: Float64Array,
  a: { x: number; y: number },
  b: { x: number; y: number },
): ProfilePoint[] {
  const places = 61;
  const shares = Array.from({ length: places }, (_, n) => n / (places - 1));
  const points = Float64Array.from(shares.flatMap((share) => [a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)]));
  const [erm, mixup] = methods.map((_, member) =>
    logProbabilitiesAt(network, memberParameters(parameters, member), points),
  ) as [Float64Array, Float64Array];
  return shares.map((share, n) => ({
    share,
    probability: { erm: Math.exp(erm[2 * n + 1] as number), mixup: Math.exp(mixup[2 * n + 1] as number) },
  }));
}

function memberParameters(parameters: Float64Array, member: number): Float64Array {
  const count = parameters.length / methods.length;
  return parameters.subarray(member * count, (member + 1) * count);
}

function logProbabilitiesAt(network: Network, parameters: Float64Array, points: Float64Array): Float64Array {
  return logSoftmax(forward(network, parameters, points, points.length / 2).at(-1) as Float64Array, 2);
}
