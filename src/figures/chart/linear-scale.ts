import { tickStep, ticks } from 'd3-array';
import { localNumber } from '../../words/number-words.ts';

/** A closed interval of an axis, [least, greatest]. */
export type Domain = readonly [number, number];

/** A mark of an axis: its value, where it lies as a share of the axis, and its text. */
export interface Tick {
  readonly value: number;
  readonly share: number;
  readonly text: string;
}

/**
 * The linear map of a domain onto shares of an axis, 0 at its least and 1 at its greatest value.
 * A domain of no width is mapped to the middle.
 */
export function linearScale([least, greatest]: Domain): (value: number) => number {
  return greatest === least ? () => 0.5 : (value) => (value - least) / (greatest - least);
}

/** About `count` round numbers in the domain, with texts that all show as many decimals as their distance needs. */
export function axisTicks(domain: Domain, count: number, format?: (value: number) => string): Tick[] {
  const scale = linearScale(domain);
  const decimals = Math.max(0, -Math.floor(Math.log10(tickStep(...domain, count)) + 1e-9));
  const write = format ?? ((value: number) => formatNumber(value, Math.min(decimals, 20)));
  return ticks(...domain, count).map((value) => ({ value, share: scale(value), text: write(value) }));
}

/** The number with this many decimals, as the page's language writes it: with a true minus sign and, in English, commas between thousands. */
export function formatNumber(value: number, decimals: number): string {
  const size = inDecimals(Math.abs(value), decimals);
  return localNumber(value < 0 && Number(size) !== 0 ? `-${size}` : size);
}

/**
 * A number that is not negative, with this many decimals. A share of 0.0045 and an error of 0.45 % are written alike: what
 * multiplying leaves in the last bits does not decide where a half goes.
 */
const inDecimals = (size: number, decimals: number): string => Number(size.toPrecision(13)).toFixed(decimals);

/** A share of the plot as an SVG percentage with two decimals. */
export const percentage = (share: number): string => `${Math.round(10000 * share) / 100}%`;
