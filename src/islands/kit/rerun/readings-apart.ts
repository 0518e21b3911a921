import type { ValuesOf } from '../../../parameters/parameter.ts';
import type { ConditionSummary } from '../../../studies/summarize-study.ts';
import type { BakedReading } from './connect-rerun.svelte.ts';
import { readingOf, type SummaryReading } from './reading.ts';
import type { RerunParameters, RerunSetup } from './rerun-setup.ts';

type Readings<T extends RerunParameters, Name extends string> = BakedReading<T, SummaryReading<Name>>;

/**
 * What was computed in advance for a re-run: all of it together, or by the choices of the setting that takes them apart.
 *
 * @returns that of the first choice first
 */
export function readingsApart<T extends RerunParameters, Name extends string>(
  { apart, conditions }: Pick<RerunSetup<T, Name>, 'apart' | 'conditions'>,
  baked: readonly ConditionSummary<Name>[],
): [Readings<T, Name>, ...Readings<T, Name>[]] {
  const choices = apart === undefined ? [] : [...new Set(conditions.map(({ data }) => data))];
  const [first, ...others] = choices.map((choice): Readings<T, Name> => {
    const own = conditions.filter(({ data }) => data === choice).map(({ name }) => name);
    return {
      settings: { [apart as string]: choice } as Partial<ValuesOf<T>>,
      reading: readingOf(baked.filter(({ condition }) => own.includes(condition))),
    };
  });
  return first ? [first, ...others] : [{ reading: readingOf(baked) }];
}
