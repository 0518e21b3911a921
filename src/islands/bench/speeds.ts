import { engineLabels } from '../../engine/engine.ts';

/** The two networks that are measured: many small steps, and fewer large ones. */
export const networks = [
  { name: '2-16-16-2', trains: 'two moons in the plane' },
  { name: '64-64-64-10', trains: 'handwritten digits' },
] as const;

export type NetworkName = (typeof networks)[number]['name'];

/** How many networks train together, each with a seed of its own. */
export const memberCounts = [1, 32, 1024] as const;

/** How many are trained of one network, together, by one way to do it; and how fast. */
export interface Speed {
  readonly network: string;
  readonly members: number;
  /** A name of an engine, or of what it is compared with. */
  readonly by: string;
  /** Steps of one network, summed over all that train together. */
  readonly modelStepsPerSecond: number;
}

/** What was measured on one machine. */
export interface MeasuredDevice {
  /** In words: its processor or graphics card. */
  readonly device: string;
  readonly browser: string;
  /** Day of the measurement, as `2026-11-28`. */
  readonly measured: string;
  /** What a reader must know to compare with it. */
  readonly note?: string;
  readonly speeds: readonly Speed[];
}

/** What readers know each contender as. */
export const contenderLabels: Readonly<Record<string, string>> = {
  ...engineLabels,
  'layers-webgl': 'tfjs-layers',
};

/** The speed of one case on a machine; nothing where it was not measured. */
export function speedOf(speeds: readonly Speed[], { network, members, by }: Omit<Speed, 'modelStepsPerSecond'>) {
  return speeds.find((one) => one.network === network && one.members === members && one.by === by)?.modelStepsPerSecond;
}

/** A speed to two digits, which is as much as a machine repeats: 1,400 or 21,000,000. */
export function roundSpeed(speed: number): number {
  return Number(speed.toPrecision(2));
}

/** A speed in words: 1,400 or 21 million. */
export function speedText(speed: number): string {
  const rounded = roundSpeed(speed);
  return rounded < 1e6 ? rounded.toLocaleString('en-US') : `${(rounded / 1e6).toLocaleString('en-US')} million`;
}

/** Slowest and fastest speed that the charts have room for. */
const slowest = 10;
const fastest = 1e8;

/** Where a speed stands on the charts' logarithmic axis, from 0 to 1. */
export function placeOf(speed: number): number {
  const place = Math.log(speed / slowest) / Math.log(fastest / slowest);
  return Math.min(1, Math.max(0, place));
}

/** The axis' ticks, each a hundred times the one before. */
export const ticks = [
  { speed: 10, label: '10' },
  { speed: 1e3, label: '1k' },
  { speed: 1e5, label: '100k' },
  { speed: 1e7, label: '10M' },
] as const;

/**
 * The results as text that can be pasted anywhere: a table with a column for each contender that was measured.
 *
 * @param lines of what ran where, above the table
 */
export function resultText(title: string, lines: readonly string[], speeds: readonly Speed[]): string {
  const contenders = [...new Set(speeds.map(({ by }) => by))];
  const rows = networks.flatMap(({ name: network }) =>
    memberCounts
      .filter((members) => contenders.some((by) => speedOf(speeds, { network, members, by }) !== undefined))
      .map((members) => [
        network,
        String(members),
        ...contenders.map((by) => {
          const speed = speedOf(speeds, { network, members, by });
          return speed === undefined ? '' : roundSpeed(speed).toLocaleString('en-US');
        }),
      ]),
  );
  const table = [['network', 'members', ...contenders.map((by) => contenderLabels[by] ?? by)], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const text = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines, '', 'Steps a second, summed over the members:', ...text, ''].join('\n');
}
