import type { LinePoint } from './line-series.ts';

/**
 * Cross-entropy of a two-class prediction with a soft label, in nats; a class that weighs nothing costs nothing.
 *
 * @param p probability given to class A, in [0, 1]
 * @param share weight of class A in the label, in [0, 1]
 * @returns at least 0; Infinity where a class that weighs something gets probability 0
 */
export function crossEntropy(p: number, share: number): number {
  return cost(share, p) + cost(1 - share, 1 - p);
}

/** Entropy of the label (share, 1 - share), in nats: the least cross-entropy any prediction can have with it. */
export function entropy(share: number): number {
  return crossEntropy(share, share);
}

/** The loss against the probability of class A. Its ends come close to infinity, which itself is left out. */
export function lossCurve(share: number): LinePoint[] {
  return probabilities.map((x) => ({ x, y: crossEntropy(x, share) })).filter(({ y }) => Number.isFinite(y));
}

/** Evenly spaced, and closing in on both ends, where a loss climbs without bound. */
const probabilities = [
  ...[0, 1e-6, 1e-5, 1e-4, 1e-3],
  ...Array.from({ length: 199 }, (_, n) => (n + 1) / 200),
  ...[1e-3, 1e-4, 1e-5, 1e-6, 0].map((rest) => 1 - rest),
];

const cost = (weight: number, probability: number): number => (weight === 0 ? 0 : -weight * Math.log(probability));
