import type { ConditionSummary } from '../../../studies/summarize-study.ts';

/** What a figure draws of a study, with how many seeds it rests on and how many more did not come to a number. */
export interface Reading {
  readonly seeds: number;
  readonly diverged: number;
}

/** What most figures draw: the summary of every condition. */
export interface SummaryReading<Name extends string> extends Reading {
  readonly summaries: readonly ConditionSummary<Name>[];
}

/** Reads the summaries of a study as they are; nothing as long as there is none. `seeds` are the most that one rests on. */
export function readSummaries<Name extends string>(
  summaries: readonly ConditionSummary<Name>[],
): SummaryReading<Name> | undefined {
  return summaries.length > 0 ? readingOf(summaries) : undefined;
}

/** The same of summaries of which there is at least one, such as those computed in advance. */
export function readingOf<Name extends string>(summaries: readonly ConditionSummary<Name>[]): SummaryReading<Name> {
  return {
    seeds: Math.max(...summaries.map(({ seeds }) => seeds)),
    diverged: summaries.reduce((sum, { diverged }) => sum + diverged, 0),
    summaries,
  };
}
