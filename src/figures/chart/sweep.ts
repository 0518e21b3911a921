import type { MeasuredMean } from './interval-rows.ts';
import { linePath, intervalPath } from './line-path.ts';
import type { LinePoint } from './line-series.ts';
import type { Method } from './method-style.ts';
import type { ValueAxis } from './value-axis.ts';

/** One setting of a sweep, with what was measured there. */
interface SweepMark {
  /** Where it stands, as a share of the horizontal axis. */
  readonly at: number;
  readonly cell: MeasuredMean;
  /** Whether the paired difference from the reference excludes zero: filled if so, hollow if not. */
  readonly told: boolean;
  /** Written at the mark where there is room. */
  readonly text?: string;
  /** Written below the mark. */
  readonly below?: string;
}

/** What is written at the end of a line. */
export interface EndLabel {
  readonly name?: string;
  readonly value?: string;
  /** Stands small below. */
  readonly note?: string;
  /** The number that is the message. */
  readonly isMessage?: boolean;
}

/** One method over the settings of a sweep. */
export interface Sweep {
  readonly method: Method;
  readonly marks: readonly SweepMark[];
  readonly label?: EndLabel;
  /** One value for all settings, such as that of ERM: its line crosses the plot. */
  readonly crosses?: boolean;
}

/** Path data of a sweep's line, in the drawing box. */
export const sweepLine = (sweep: Sweep, axis: ValueAxis): string => linePath(pointsOf(sweep, axis), unit, unit);

/** Path data of the band of its 95 % intervals, in the drawing box; empty for a single seed. */
export const sweepBand = (sweep: Sweep, axis: ValueAxis): string => intervalPath(pointsOf(sweep, axis), unit, unit);

const unit = [0, 1] as const;

/** The marks as shares of both axes; those of a sweep that crosses the plot are its two ends. */
function pointsOf({ marks, crosses = false }: Sweep, { share }: ValueAxis): LinePoint[] {
  const points = marks.map(({ at, cell: { mean, halfWidth } }) => ({
    x: at,
    y: share(mean),
    ...(halfWidth !== undefined && { low: share(mean - halfWidth), high: share(mean + halfWidth) }),
  }));
  const [first] = points;
  return crosses && first ? [0, 1].map((x) => ({ ...first, x })) : points;
}
