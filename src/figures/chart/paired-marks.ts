import { extent, nice } from 'd3-array';
import { formatNumber, linearScale, type Domain } from './linear-scale.ts';
import type { Method } from './method-style.ts';

/** A measured value and whose it is. */
export interface PairedMark {
  /** What it is, in words: "ERM", "last epoch". */
  readonly name: string;
  readonly method: Method;
  readonly value: number;
  /** Drawn as an outline, to tell a second value of the same method apart. */
  readonly hollow?: boolean;
}

/** Two values to compare; `from` is null where it is not known. */
export interface Pair {
  readonly from: PairedMark | null;
  readonly to: PairedMark;
}

/** A row: a name, and one pair for each column. */
export interface PairedRow {
  /** Unique in the chart. */
  readonly key: string;
  readonly label: string;
  /** The label for somebody who does not see the group's title; the label itself if left out. */
  readonly name?: string;
  /** Said of the row when it is chosen, besides its numbers. */
  readonly note?: string;
  readonly pairs: readonly Pair[];
}

/** Rows under a title; without one they simply follow. */
export interface PairedGroup {
  readonly title?: string;
  readonly rows: readonly PairedRow[];
}

/** A column: what is measured there, on an axis of its own. */
export interface PairedColumn {
  /** Name with unit, such as "test error, %". */
  readonly title: string;
  /** Which mark is which, where that differs from column to column. */
  readonly subtitle?: string;
  readonly decimals: number;
  readonly domain: Domain;
  /** Read out with a row, and not drawn. */
  readonly unseen?: boolean;
}

/** Everything that a chart of paired marks shows. */
export interface PairedChart {
  readonly columns: readonly PairedColumn[];
  readonly groups: readonly PairedGroup[];
  /** Whether each pair is drawn as its difference, from a line that stands for the first of the two. */
  readonly asDifferences?: boolean;
  /** Marks to explain, in the order shown. */
  readonly legend: readonly { readonly name: string; readonly method: Method; readonly hollow?: boolean }[];
}

/**
 * A round axis for values: from zero if the least is less than half of the greatest. Otherwise it begins a little below the
 * least, so that differences of a few points can be seen.
 */
export function pairedDomain(values: readonly number[]): Domain {
  const [least = 0, greatest = 1] = extent(values);
  const room = 0.06 * (greatest - least);
  return nice(least > greatest / 2 ? least - room : 0, greatest + room, 4);
}

/** Every value of one column of the groups. */
export const columnValues = (groups: readonly PairedGroup[], column: number): number[] =>
  groups.flatMap(({ rows }) =>
    rows.flatMap(({ pairs }) =>
      [pairs[column]?.from?.value, pairs[column]?.to.value].filter((value) => value !== undefined),
    ),
  );

/** The difference of a pair with its sign, rounded as its numbers are; undefined where one of them is not known. */
export function difference({ from, to }: Pair, decimals: number): number | undefined {
  return from ? Number((to.value - from.value).toFixed(decimals)) + 0 : undefined;
}

/** Both numbers of a pair, or the one that is known: "23.5 → 23.3". */
export const pairText = ({ from, to }: Pair, decimals: number): string =>
  [from, to].flatMap((mark) => (mark ? [formatNumber(mark.value, decimals)] : [])).join(' → ');

/** A number with its sign: "+0.5", "−1.5", "0.0". */
export const signed = (value: number, decimals: number): string =>
  (value > 0 ? '+' : '') + formatNumber(value, decimals);

/** A row in a sentence for each column: "test error, %: ERM 23.6, mixup 22.1, 1.5 points lower." */
export function rowWords({ pairs }: PairedRow, columns: readonly PairedColumn[]): string[] {
  return columns.map(({ title, decimals }, k) => {
    const { from, to } = pairs[k] as Pair;
    const write = ({ name, value }: PairedMark): string => `${name} ${formatNumber(value, decimals)}`;
    if (!from) return `${title}: ${write(to)}, nothing to compare it with.`;
    const change = difference({ from, to }, decimals) as number;
    const size = formatNumber(Math.abs(change), decimals);
    const words = change === 0 ? 'equal' : `${size} ${change < 0 ? 'lower' : 'higher'}`;
    return `${title}: ${write(from)}, ${write(to)}, ${words}.`;
  });
}

/** Where a value lies on its axis, as a share. */
export const shareOf = (value: number, domain: Domain): number => linearScale(domain)(value);

/** Width of a chart's longest label, in rem, within reason: the rest is for the axes. */
export function labelWidth({ groups }: PairedChart): number {
  const letters = groups.flatMap(({ rows }) => rows.map(({ label }) => label.length));
  return Math.min(14.5, Math.max(6, 0.55 * Math.max(...letters)));
}

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** The row that a pressed key leads to from the chosen one, as in any list; nothing for keys that move nothing. */
export function rowAfter(keys: readonly string[], chosen: string, pressed: string): string | undefined {
  const to = moves[pressed]?.(keys.indexOf(chosen), keys.length - 1);
  return to === undefined ? undefined : keys[to];
}

/** Texts at the ends of an axis stay within it, so that those of neighboring axes keep apart. */
export function anchorWithin(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.02) return 'start';
  return share > 0.98 ? 'end' : 'middle';
}
