import type { Ensemble } from '../core/training/ensemble.ts';
import type { Policy } from '../core/training/policy.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import type { Breathe } from '../engine/run/page-turns.ts';

/** What a study compares: a policy, and in what else its networks differ from those of other conditions. */
export interface Condition {
  /** Key of its results, unique within the study, such as `mixup-64`. Nothing is read off it: what it says stands below. */
  readonly name: string;
  readonly policy: Policy;
  /** Units in each hidden layer, where conditions differ in them. */
  readonly hidden?: number;
  /** Channels of each convolution, in the place of hidden units, of a network that has some. */
  readonly channels?: number;
  /** How many hidden layers, where conditions differ in them. */
  readonly hiddenLayers?: number;
  /** Pull of all weights toward zero, as an optimizer has it; that of the study's protocol if not given. */
  readonly weightDecay?: number;
  /** Share of the training labels drawn anew, uniformly over all classes; none if not given. */
  readonly redrawn?: number;
  /** How many of its seed's training rows it has, the first ones; all if not given. */
  readonly trainingRows?: number;
  /** Of each class the share of these rows that stays, from 0 to 1; all if not given. */
  readonly classShares?: readonly number[];
  /** Name of the data set or problem, where a study has several. */
  readonly data?: string;
}

/** One network of a study: the condition it is trained under, and the seed it shares with the other conditions. */
export interface Trial {
  readonly condition: Condition;
  readonly seed: number;
}

/** What is measured of one network at one step, by name. */
export type Measures<Name extends string> = Readonly<Record<Name, number>>;

/** Networks of one architecture, trained together. */
export interface StudyPart<Name extends string> {
  /** In the order of the ensemble's members. */
  readonly trials: readonly Trial[];
  readonly ensemble: Ensemble;
  /** Measures every member at the step it has reached, `[members]`; `breathe` is awaited where that takes long. */
  readonly measure: (training: TrainingEnsemble, breathe: Breathe) => Promise<readonly Measures<Name>[]>;
  /** Which test rows every member answers right, 1 or 0 each in the order of its seed's test rows, `[members]`. */
  readonly hits?: (training: TrainingEnsemble, breathe: Breathe) => Promise<readonly Uint8Array[]>;
}

/** An experiment: the same training under several conditions, repeated over seeds. A study is a value, like an ensemble. */
export interface Study<Name extends string> {
  readonly conditions: readonly Condition[];
  /** Length of every training. */
  readonly steps: number;
  /** Steps between measurements; divides `steps`. */
  readonly measureEvery: number;
  /** Whether some of its networks have convolutions, which not every engine trains. */
  readonly convolves?: boolean;
  /**
   * What has to be trained for some seeds, one ensemble after another. All conditions of one seed share data, order of
   * examples and, where the architecture allows, initial weights.
   */
  readonly parts: (seeds: readonly number[]) => readonly StudyPart<Name>[];
}

/** What was measured of one network at some step. */
export interface Measurement<Name extends string> {
  readonly step: number;
  readonly measures: Measures<Name>;
}

/** Everything measured of one network, in order of step. */
export interface TrialResult<Name extends string> {
  readonly trial: Trial;
  readonly curve: readonly Measurement<Name>[];
  /** Of its final weights; undefined where they are not finite, or depend on the machine. */
  readonly fingerprint?: string | undefined;
  /** Which test rows it answers right at the end, 1 or 0 each, where that was asked for. */
  readonly hits?: Uint8Array | undefined;
}

/** The seeds of some results, each once, in order. */
export function seedsOf(results: readonly TrialResult<string>[]): number[] {
  return [...new Set(results.map(({ trial }) => trial.seed))].sort((a, b) => a - b);
}

/**
 * The condition of a name.
 *
 * @throws Error that lists the names there are
 */
export function conditionNamed(conditions: readonly Condition[], name: string): Condition {
  const found = conditions.find((one) => one.name === name);
  if (found) return found;
  throw new Error(`There is no condition "${name}". There are: ${conditions.map((one) => one.name).join(', ')}.`);
}

/** The names of some conditions. */
export const namesOf = (conditions: readonly Condition[]): string[] => conditions.map(({ name }) => name);

/** Model-steps that a study takes for some seeds: steps times networks. */
export function modelSteps({ conditions, steps }: Study<string>, seeds: number): number {
  return conditions.length * steps * seeds;
}
