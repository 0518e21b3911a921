/** An axis as its plot says it in an attribute: "0 50", or "0.5 50 log" where equal ratios are equally long. */
interface AxisText {
  readonly from: number;
  readonly to: number;
  readonly isLog: boolean;
}

/** Reads an axis; nothing where the text is none. */
export function readAxis(text: string): AxisText | undefined {
  const [from, to, kind] = text.split(' ');
  const axis = { from: Number(from), to: Number(to), isLog: kind === 'log' };
  return Number.isFinite(axis.from) && Number.isFinite(axis.to) && axis.from !== axis.to ? axis : undefined;
}

/** Where a value lies on an axis, 0 at its start and 1 at its end; what lies beyond stands at that end. */
export function shareOf({ from, to, isLog }: AxisText, value: number): number {
  const place = isLog ? Math.log : Number;
  const share = (place(value) - place(from)) / (place(to) - place(from));
  return Math.min(1, Math.max(0, Number.isNaN(share) ? 0 : share));
}

/** The value at a share of an axis. */
export function valueAt({ from, to, isLog }: AxisText, share: number): number {
  return isLog ? from * (to / from) ** share : from + share * (to - from);
}
