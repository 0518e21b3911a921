import { extent, nice } from 'd3-array';
import { axisTicks, linearScale, type Domain, type Tick } from './linear-scale.ts';

/** An axis of values: where each lies as a share of it, 0 at its least and 1 at its greatest value, and its ticks. */
export interface ValueAxis {
  /** What lies beyond an end stands at that end. */
  readonly share: (value: number) => number;
  readonly ticks: readonly Tick[];
  /** Its least and its greatest value as text, and "log" where equal ratios are equally long; what lies over a plot reads it. */
  readonly ends: string;
}

/**
 * An axis on which equal differences are equally long.
 *
 * @param count about how many ticks
 */
export function linearAxis(domain: Domain, count: number, format?: (value: number) => string): ValueAxis {
  const scale = linearScale(domain);
  return {
    share: (value) => within(scale(value)),
    ticks: axisTicks(domain, count, format),
    ends: domain.join(' '),
  };
}

/**
 * An axis on which equal ratios are equally long.
 *
 * @param domain both ends above 0
 * @param ticks values to name; those outside the domain are left out
 */
export function logAxis(domain: Domain, ticks: readonly number[], format: (value: number) => string): ValueAxis {
  const scale = linearScale([Math.log(domain[0]), Math.log(domain[1])]);
  const share = (value: number): number => (value > 0 ? within(scale(Math.log(value))) : 0);
  return {
    share,
    ends: `${domain.join(' ')} log`,
    ticks: ticks
      .filter((value) => value >= domain[0] && value <= domain[1])
      .map((value) => ({ value, share: share(value), text: format(value) })),
  };
}

/**
 * The domain of an axis of differences: it holds zero and as much on its other side as the values need, with some air.
 *
 * @param values ends of intervals
 * @param most how far it goes on either side; what lies beyond stands at its end
 */
export function differenceDomain(values: readonly number[], most: number): Domain {
  const bounded = values.map((value) => Math.min(most, Math.max(-most, value)));
  const [least, greatest] = [Math.min(0, ...bounded), Math.max(0, ...bounded)];
  // A twentieth of air, so that no mark stands on the frame; an axis of no length becomes one of some.
  const air = 0.05 * (greatest - least || 1);
  return nice(least - air, greatest + air, 24);
}

/** The domain between round numbers that holds some values, at least one, and need not hold zero. */
export function roundDomain(values: readonly number[]): Domain {
  const [least = 0, greatest = 0] = extent(values);
  return nice(least, greatest, 4);
}

/**
 * Moves the places of labels apart where they would lie on one another, each as little as can be.
 *
 * @param places shares of an axis
 * @param gap the least distance between two, as a share
 * @returns the places in the order given, within [0, 1] as far as there is room
 */
export function spreadApart(places: readonly number[], gap: number): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] as number) - (places[b] as number));
  let clusters = order.map((index) => [index]);
  const firstOf = (cluster: readonly number[]): number => {
    const mean = cluster.reduce((sum, index) => sum + (places[index] as number), 0) / cluster.length;
    const length = gap * (cluster.length - 1);
    return Math.max(0, Math.min(1 - length, mean - length / 2));
  };
  for (let merged = true; merged;) {
    merged = false;
    for (let k = 1; k < clusters.length; k += 1) {
      const [before, after] = [clusters[k - 1] as number[], clusters[k] as number[]];
      if (firstOf(before) + gap * before.length <= firstOf(after)) continue;
      clusters = [...clusters.slice(0, k - 1), [...before, ...after], ...clusters.slice(k + 1)];
      merged = true;
      break;
    }
  }
  const result = places.slice();
  for (const cluster of clusters)
    cluster.forEach((index, k) => {
      result[index] = firstOf(cluster) + gap * k;
    });
  return result;
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
