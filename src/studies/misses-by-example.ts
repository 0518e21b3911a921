import { splitRows } from '../core/data/split-rows.ts';
import type { AnswersByExample } from '../core/statistics/interval-over-examples.ts';
import { readHits } from './baked-hits.ts';
import type { BakedStudy } from './baked-study.ts';

/** What a study's seeds split into rows to train on and rows to test on. */
interface SplitData {
  readonly rows: number;
  readonly trainingRows: number;
}

/**
 * How often the networks of a condition got each example wrong, over all seeds that tested it.
 *
 * @param minus name of a condition whose misses are subtracted, answer by answer: the sum of a difference
 * @throws Error where the study keeps no hits of a condition
 */
export function missesByExample(
  study: BakedStudy<string>,
  { rows, trainingRows }: SplitData,
  condition: string,
  minus?: string,
): AnswersByExample {
  const hitsOf = (name: string): Uint8Array[] => {
    const hits = readHits(study, name);
    if (!hits) throw new Error(`"${name}": expected results that keep hits for each row; bake them again.`);
    return hits;
  };
  const [own, others] = [hitsOf(condition), minus === undefined ? undefined : hitsOf(minus)];
  const [sums, counts] = [new Float64Array(rows), new Float64Array(rows)];
  study.seeds.forEach((seed, s) => {
    const missed = (hits: readonly Uint8Array[], n: number): number => 1 - ((hits[s] as Uint8Array)[n] as number);
    splitRows(rows, trainingRows, seed, study.testRows).test.forEach((row, n) => {
      sums[row] = (sums[row] as number) + missed(own, n) - (others ? missed(others, n) : 0);
      counts[row] = (counts[row] as number) + 1;
    });
  });
  return { sums, counts };
}
