/** One of several answers. */
interface ChoiceGuess {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly name: string }[];
  /** The option that came out. */
  readonly came: string;
}

/** A number on an axis. */
interface NumberGuess {
  readonly kind: 'number';
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** Where the bar stands before it is moved. */
  readonly start: number;
  readonly unit: string;
  readonly decimals: number;
  /** Whether it is a change, with its sign. */
  readonly signed?: boolean;
  /** What stands at the ends of the axis. */
  readonly ends: readonly [string, string];
  readonly came: number;
}

/** A line, drawn, or taken from a few that have names; it is not scored, and stays beside what came out. */
interface LineGuess {
  readonly kind: 'line';
  /** What is said before the names, such as "Draw it on the plot, or take one of these:". */
  readonly how: string;
  /**
   * Over a plot a curve: its values at the settings. Over a plane a boundary: its places as shares of the plane, from its upper
   * left corner: x, y, x, y ...
   */
  readonly lines: readonly { readonly name: string; readonly numbers: readonly number[] }[];
}

/** A question before its answer. */
export interface GuessDefinition {
  /** Unique on the site: its anchor is `guess-<id>`, and what the reader said is kept under it. */
  readonly id: string;
  /** What is asked, in one sentence. */
  readonly question: string;
  /** Anchor of the figure right behind it, whose answer is hidden until then; nothing where no figure gives it away. */
  readonly figure?: string;
  /** Where the pencil draws: a figure, and which of its plots or planes, from 0. */
  readonly drawnOn?: { readonly figure: string; readonly over: 'plot' | 'plane'; readonly nth: number };
  readonly asks: ChoiceGuess | NumberGuess | LineGuess;
  /** Numbers that its words name, `{n}`, so that other languages say the same ones. */
  readonly numbers?: Readonly<Record<string, number>>;
  /** What came out here, by our seeds or by a computation. */
  readonly ours?: string;
  /** What the paper found. */
  readonly paper?: string;
}

/** The answers where a method is compared with ERM. */
export const lessOrMore = [
  { value: 'less', name: 'fewer errors' },
  { value: 'same', name: 'no difference to be seen' },
  { value: 'more', name: 'more errors' },
] as const;

/** Which of these answers a difference over seeds gives: where its interval holds zero, none can be seen. */
export function changeBySeeds({ mean, halfWidth }: { readonly mean: number; readonly halfWidth: number }): string {
  return Math.abs(mean) <= halfWidth ? 'same' : mean < 0 ? 'less' : 'more';
}
