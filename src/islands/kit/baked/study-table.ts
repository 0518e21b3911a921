import type { Table } from '../../../figures/table/csv.ts';
import { readBakedStudy } from '../../../studies/baked-study.ts';
import { bakedFile, bakedNames, bakedStudy } from './baked-results.ts';
import { isBakedStudy } from './read-baked.ts';

/** The names of all studies that are kept in `content/results/`. */
export function studyNames(): string[] {
  return bakedNames().filter((name) => isBakedStudy(bakedFile(name)));
}

/** Path of a study's file for download, below the site's base. */
export const studyCsvPath = (name: string): string => `/results/${name}.csv`;

/**
 * A study as a table: a row for each condition and measure, with the mean at the last step, half of its 95 % interval, and the
 * value of every seed.
 *
 * @param name of the file in `content/results/`
 */
export function studyTable(name: string): Table {
  const file = bakedStudy(name);
  return {
    columns: ['condition', 'measure', 'mean', 'half of the 95 % interval', ...file.seeds.map((seed) => `seed ${seed}`)],
    rows: readBakedStudy(file).flatMap(({ condition, measures }) =>
      Object.entries(measures).map(([measure, { last }]) => [
        condition,
        measure,
        last.mean,
        last.halfWidth,
        ...file.seeds.map((_, n) => last.values[n] ?? ''),
      ]),
    ),
  };
}
