import { expectInteger, expectLength, expectNumber } from '../core/expect.ts';
import type { BakedStudy } from './baked-study.ts';
import { openHits } from './hits.ts';

/**
 * Reads which test rows the networks of a condition answered right, for intervals over examples. Their number is held against the test
 * error that stands beside them.
 *
 * @param condition its name
 * @returns for each seed 1 or 0 for every test row, in the order of `splitRows(...).test`; undefined if the file keeps none
 * @throws RangeError that says what was expected and what came
 */
export function readHits(
  { seeds, testRows, conditions }: BakedStudy<string>,
  condition: string,
): Uint8Array[] | undefined {
  const baked = conditions.find((one) => one.condition === condition);
  if (!baked?.hits) return undefined;
  const rows = expectInteger('testRows', testRows ?? 0, 1);
  const texts = expectLength(`hits of "${condition}"`, baked.hits, seeds.length, 'texts, one for each seed');
  const hits = texts.map((text) => openHits(text, rows));
  // Values are kept without their seeds, and those of networks that diverged not at all.
  const errors = baked.diverged === 0 ? (baked.measures['testError']?.last.values ?? []) : [];
  errors.forEach((error, n) => {
    const counted = 1 - (hits[n] as Uint8Array).reduce((sum, hit) => sum + hit, 0) / rows;
    expectNumber(
      `test error of "${condition}" by its hits under seed ${seeds[n]}`,
      counted,
      error - 1e-6,
      error + 1e-6,
    );
  });
  return hits;
}
