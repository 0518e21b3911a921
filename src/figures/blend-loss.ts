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

/** The loss against the probability of class A, dense enough for a smooth curve; its ends stop short of infinity. */
export function lossCurve(share: number): LinePoint[] {
  const places = 400;
  return Array.from({ length: places + 1 }, (_, n) => n / places)
    .map((x) => ({ x, y: crossEntropy(x, share) }))
    .filter(({ y }) => Number.isFinite(y));
}

const cost = (weight: number, probability: number): number => (weight === 0 ? 0 : -weight * Math.log(probability));
