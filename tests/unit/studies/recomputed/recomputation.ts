import type { Engine } from '../../../../src/engine/engine.ts';
import type { TrialResult } from '../../../../src/studies/study.ts';

/*
 * A study computed twice: by its own code on an engine, and slowly, by code that shares nothing with either. What the slow one trains is
 * read off the file in content/results/, not off the study, so that what is published is what is held.
 */

/** What was found slowly, and how far from it the study may be. */
export interface Expected {
  readonly value: number;
  readonly within: number;
}

/** Measures of one network, or of one comparison: as the study yields them, and as they were found slowly. */
export interface Recomputed {
  readonly of: string;
  readonly measured: Readonly<Record<string, number>>;
  readonly slow: Readonly<Record<string, Expected>>;
}

/** Computes some of what a file in `content/results/` is about twice, a few steps long. @param file its content */
export type Recomputation = (engine: Engine, file: object) => Promise<readonly Recomputed[]>;

/** A number that float32 knows to some decimals. */
export const amount = (value: number, within = 1e-5): Expected => ({ value, within });

/** A share of some rows. Where two classes are as probable, rounding may turn one row. */
export const share = (count: number, of: number): Expected =>
  of === 0 ? amount(0) : { value: count / of, within: 1.5 / of };

/** One row as a network answers it. */
export interface Answer {
  /** Log-probabilities of the classes. */
  readonly logs: readonly number[];
  readonly right: number;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const named = (logs: readonly number[]): number => logs.indexOf(Math.max(...logs));
export const isRight = ({ logs, right }: Answer): boolean => named(logs) === right;

export const errorOf = (answers: readonly Answer[]): Expected =>
  share(answers.filter((one) => !isRight(one)).length, answers.length);

/** Mean cross-entropy in nats. */
export const lossOf = (answers: readonly Answer[]): Expected =>
  amount(sum(answers.map(({ logs, right }) => -(logs[right] ?? NaN))) / answers.length);

/** What a study found of a condition at its end. */
export function resultOf(results: readonly TrialResult<string>[], name: string) {
  const found = results.find(({ trial }) => trial.condition.name === name);
  const measures = found?.curve.at(-1)?.measures;
  if (!found || !measures) throw new Error(`expected a result of "${name}"`);
  return { measures, hits: found.hits };
}

/** How many of the rows a study took for right, or for wrong, are the other way round in slow answers. */
export const turned = (hits: Uint8Array | undefined, answers: readonly Answer[]): number =>
  hits?.length === answers.length ? answers.filter((one, n) => Number(isRight(one)) !== hits[n]).length : NaN;
