import type { RerunParameters, RerunSetup } from '../rerun/rerun-setup.ts';
import { readBakedStudy } from '../../../studies/baked-study.ts';
import type { ConditionSummary, MeasureSummary } from '../../../studies/summarize-study.ts';
import { bakedStudy } from './baked-results.ts';

/** What was computed in advance for a re-run, cut down to what its figure draws: pages carry it to their readers. */
export function bakedRerun<T extends RerunParameters, Name extends string>({
  columns,
  curves = [],
  results,
}: RerunSetup<T, Name>): ConditionSummary<Name>[] {
  const drawn = new Set<Name>(columns.map(({ measure }) => measure));
  const asCurves = new Set<Name>(curves.map(({ measure }) => measure));
  const baked = results.files.flatMap((file) => readBakedStudy(bakedStudy(file, [...drawn, ...asCurves])));
  return baked.map((summary) => ({
    ...summary,
    measures: Object.fromEntries(
      Object.entries<MeasureSummary>(summary.measures)
        .filter(([name]) => drawn.has(name as Name) || asCurves.has(name as Name))
        .map(([name, measure]) => [name, { ...measure, curve: asCurves.has(name as Name) ? measure.curve : [] }]),
    ) as Record<Name, MeasureSummary>,
  }));
}
