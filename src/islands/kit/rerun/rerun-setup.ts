import type { IntervalColumn, IntervalGroup } from '../../../figures/chart/interval-rows.ts';
import type { Method } from '../../../figures/chart/method-style.ts';
import type { ParameterTable, ValuesOf } from '../../../parameters/parameter.ts';
import type { Condition, Study } from '../../../studies/study.ts';
import type { ConditionSummary, Summarize } from '../../../studies/summarize-study.ts';
import type { Repeats } from '../study/repeats.ts';

/** How a condition of a study is shown. */
export interface ConditionLook {
  readonly label: string;
  readonly method: Method;
  /** Whether its curves are dashed: of two conditions of one method, the one that is made of the other. */
  readonly dash?: boolean;
  /** Title of the group of rows it stands in. */
  readonly group?: string;
}

/** A column of the figure: a measure, and what it is multiplied by, such as 100 for shares in percent. */
export interface MeasureColumn<Name extends string> extends IntervalColumn {
  readonly measure: Name;
  readonly scale: number;
  /** The least value of each seed's training instead of the last. */
  readonly least?: boolean;
  /** Name of the condition that is subtracted from a condition, seed by seed; where there is none the cell stays empty. */
  readonly against?: (condition: Condition) => string | undefined;
  /** The difference as a share of what is subtracted. */
  readonly relative?: boolean;
}

/** Curves over the steps: a chart of one measure. */
export interface CurveChart<Name extends string> {
  readonly measure: Name;
  readonly scale: number;
  /** Name with unit, such as "test error, %". */
  readonly title: string;
  /** What sets the chart apart from others of the same measure, such as "half of the labels wrong". */
  readonly heading?: string;
  /** Which conditions are drawn; all if not given. */
  readonly draws?: (condition: Condition) => boolean;
}

/** A named situation to start from. */
interface RerunPreset {
  readonly name: string;
  /** Settings as they stand in an address. */
  readonly set: Readonly<Record<string, string>>;
}

/** How a re-run stands on the page of results. */
export interface ResultsEntry {
  /** Id of what it stands beside there: an experiment of the paper, or `plane` for problems in the plane; any other stands at the end. */
  readonly beside: string;
  readonly title: string;
  /** What was computed in advance for it, in `content/results/`. */
  readonly files: readonly string[];
}

/** Rows of results under a head, over seeds. */
export interface ResultRows {
  readonly columns: readonly IntervalColumn[];
  readonly groups: readonly IntervalGroup[];
  /** How many seeds they rest on. */
  readonly seeds: number | undefined;
  readonly repeats?: Repeats;
}

/** What stands on the page of results without being a study, such as games: its rows are its own. */
export interface ResultsSetup {
  readonly results: ResultsEntry;
  readonly resultRows: () => ResultRows;
}

/** What it takes to run an experiment again in a figure of whatever shape. */
export interface StudySetup<T extends RerunParameters, Name extends string> {
  /** What readers set; `seeds` is how many seeds they run. */
  readonly parameters: T;
  /** Settings that choose which conditions are run or shown, and change none of them. */
  readonly selecting?: readonly (keyof T)[];
  /** Settings of what is seen and not of what is run: words that change one of them start no run. */
  readonly looks?: readonly (keyof T)[];
  /**
   * A setting whose choices are run apart and shown apart, such as whose voices are learned: a condition's `data` says to which it
   * belongs. At another choice there is what was computed of it in advance, and the run again at its own.
   */
  readonly apart?: keyof T & string;
  /** Settings that say that the study is run, and without which an address starts no run; if not given, every one does. */
  readonly startedBy?: Partial<ValuesOf<T>>;
  readonly measures: readonly Name[];
  /** Loads what the study needs, such as its data. */
  readonly study: (settings: ValuesOf<T>) => Promise<Study<Name>>;
  /** Sums up what a run came to, where more is made of its results. */
  readonly summarize?: Summarize<Name>;
  /** What a run fetches first, such as "0.4 MB of pictures", where that is much: it is told before, and waits for the press. */
  readonly fetches?: (settings: ValuesOf<T>) => string | undefined;
  /** What its seeds draw anew; `seeds` where that is everything. */
  readonly repeats?: Repeats;
  readonly results: ResultsEntry;
}

/** A re-run whose figure has a shape of its own: it stands among the results without rows. */
export interface OwnShapeSetup<T extends RerunParameters, Name extends string> extends StudySetup<T, Name> {
  readonly ownShape: true;
}

/** Everything that makes one re-run of an experiment a figure. */
export interface RerunSetup<
  T extends RerunParameters,
  Name extends string,
  C extends Condition = Condition,
> extends StudySetup<T, Name> {
  readonly ownShape?: false;
  readonly presets: readonly RerunPreset[];
  /** Every condition that the study may have; those of a run may have other strengths. */
  readonly conditions: readonly C[];
  /** Which of them a setting of what is seen shows, picture and numbers alike; all if not given. */
  shows?(condition: C, settings: ValuesOf<T>): boolean;
  /** Called with one of these conditions. */
  look(condition: C): ConditionLook;
  readonly columns: readonly MeasureColumn<Name>[];
  readonly curves?: readonly CurveChart<Name>[];
  /** What the rows are, for readers who do not see them. */
  readonly title: string;
  /**
   * What these results show, in a sentence of at most 64 letters. It is read off them, so that it changes with what is run,
   * and what was computed in advance holds it to its numbers.
   */
  finding?(summaries: readonly ConditionSummary<Name>[], settings: ValuesOf<T>): string;
  /** What sets what is shown apart, behind the number of seeds: "α = 0.2". */
  scope?(settings: ValuesOf<T>): string;
  /** The first of the seeds that were computed in advance; 1 if not given. */
  readonly bakedFrom?: number;
  /** Whether its picture takes all the width there is, such as planes side by side; one plot gains nothing by it. */
  readonly wide?: boolean;
  /** The settings that matter most, at most two: they stand in the dock rather than in its sheet. */
  readonly docked?: readonly (keyof T & string)[];
}

/** The parameters of a re-run: at least the number of seeds. */
export type RerunParameters = ParameterTable & { readonly seeds: SeedsParameter };

/** How many seeds readers may choose. */
interface SeedsParameter {
  readonly kind: 'choice';
  readonly key: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly default: string;
}
