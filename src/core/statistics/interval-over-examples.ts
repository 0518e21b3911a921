import { expectFinite, expectInteger, expectLength } from '../expect.ts';
import { createRandom, randomInteger } from '../random/random.ts';
import type { Interval } from './interval.ts';

/** What was asked of some examples: a sum of what their answers are worth, and how many answers that are, `[examples]` each. */
export interface AnswersByExample {
  readonly sums: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

/** How often examples are drawn anew; more moves half a width by less than 3 %. */
const usualDraws = 1000;

/**
 * The mean over all answers with a 95 % interval over examples: as many examples are drawn anew with replacement, each with all of its
 * answers, and the interval holds the middle 95 % of the means that come out. Answers to one example, by networks of other seeds, are
 * no independent observations, so that they stay together (a bootstrap over clusters: Efron 1979, doi 10.1214/aos/1176344552; Field and
 * Welsh 2007, doi 10.1111/j.1467-9868.2007.00593.x).
 *
 * @param answers of at least two examples; those without any answer count as none. For a difference of two methods sums are of differences
 * @param seed of the draws
 * @param draws at least 40
 * @returns `count` is how many examples were asked; half a width is half the distance of the interval's two ends
 * @throws RangeError that names the argument
 */
export function intervalOverExamples(
  { sums, counts }: AnswersByExample,
  seed: number,
  draws: number = usualDraws,
): Interval {
  expectLength('counts', counts, sums.length, 'numbers, as many as `sums` has');
  expectFinite('sums', sums);
  expectInteger('draws', draws, 40);
  const asked = Array.from({ length: counts.length }, (_, example) => example).filter(
    (example) => expectInteger('counts', counts[example] as number, 0) > 0,
  );
  const count = expectInteger('examples with an answer', asked.length, 2);
  const random = createRandom(seed, 'examples drawn anew');
  const meanOf = (draw: () => number): number => {
    let [sum, answers] = [0, 0];
    for (let n = 0; n < count; n += 1) {
      const example = draw();
      sum += sums[example] as number;
      answers += counts[example] as number;
    }
    return sum / answers;
  };
  const means = Float64Array.from({ length: draws }, () =>
    meanOf(() => asked[randomInteger(random, count)] as number),
  ).sort();
  let next = 0;
  return {
    mean: meanOf(() => asked[next++] as number),
    halfWidth: (quantile(means, 0.975) - quantile(means, 0.025)) / 2,
    count,
  };
}

/** @param sorted from the least to the greatest; between two of them the quantile is linear */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const value = sorted[below] as number;
  return value + (place - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - value);
}
