import { expectFinite, expectInteger, expectLength, expectNumber, expectWithin } from '../expect.ts';
import { expectLogProbabilities } from './log-probabilities.ts';

/** How far each input is from a wrong answer, if what the network says changed along straight lines: `[count]` each. */
interface Margins {
  /** By how much the logarithm of the right class's probability leads, in nats; below 0 where the answer is wrong. */
  readonly margin: Float64Array;
  /** How much of it is lost for each unit by which every input may change. */
  readonly slope: Float64Array;
  /**
   * Margin divided by slope: the largest change of an input that is needed, in the inputs' units. Below 0 where the answer is
   * wrong, infinite where no change of an input moves it.
   */
  readonly reach: Float64Array;
}

/** Points, and what a network says there. */
interface AnsweredPoints {
  /** `[count, width]` */
  readonly points: ArrayLike<number>;
  /** The right classes, `[count]`. */
  readonly labels: ArrayLike<number>;
  /** Natural logarithms of the probabilities, `[count, classes]`. */
  readonly logProbabilities: ArrayLike<number>;
  /** For each class k the gradient for the input of the loss against k alone, -log p_k: `[count, width]`. */
  readonly gradients: readonly ArrayLike<number>[];
  /** Least and greatest value of an input. */
  readonly range: readonly [least: number, greatest: number];
}

/**
 * The margin of each point divided by its slope. Against a class k the right class y leads by f(x) = log p_y - log p_k. A change r
 * of which no entry is larger than epsilon lowers a linear f by at most epsilon times the sum of |df/dx_i|, and does so with
 * r = -epsilon sign(df/dx) (Goodfellow, Shlens and Szegedy 2015, arXiv 1412.6572, Sec. 3); so the answer turns at
 * epsilon = f / sum |df/dx_i|. Of all k the one with the smallest counts (Moosavi-Dezfooli, Fawzi and Frossard 2016,
 * arXiv 1511.04599, Sec. 3.3, for p = infinity).
 *
 * Inputs that stand at an end of their range and would have to leave it count for nothing in the sum; those that have some way to
 * go are taken to have enough.
 *
 * @throws RangeError that names the argument, what was expected and what came
 */
export function straightMargins({ points, labels, logProbabilities, gradients, range }: AnsweredPoints): Margins {
  const classes = gradients.length;
  const count = expectLogProbabilities(logProbabilities, labels, classes);
  const width = expectInteger(`points.length / ${count} (inputs of each)`, points.length / count, 1);
  const [least, greatest] = range;
  expectNumber('range[0]', least);
  expectNumber('range[1]', greatest, least);
  expectWithin('points', points, least, greatest);
  for (const gradient of gradients)
    expectFinite('gradients', expectLength('gradients', gradient, count * width, 'numbers, one for each input'));

  /** How much of the lead over class k is lost for each unit of change. */
  const slopeTo = (n: number, right: number, k: number): number => {
    let sum = 0;
    for (let at = n * width; at < (n + 1) * width; at += 1) {
      const rise = (gradients[k]?.[at] as number) - (gradients[right]?.[at] as number);
      const isAtEnd = rise > 0 ? points[at] === least : points[at] === greatest;
      if (!isAtEnd) sum += Math.abs(rise);
    }
    return sum;
  };
  const margins = {
    margin: new Float64Array(count),
    slope: new Float64Array(count),
    reach: new Float64Array(count),
  };
  for (let n = 0; n < count; n += 1) {
    const right = labels[n] as number;
    const others = gradients.flatMap((_, k) => {
      if (k === right) return [];
      const margin = (logProbabilities[n * classes + right] as number) - (logProbabilities[n * classes + k] as number);
      const slope = slopeTo(n, right, k);
      return [{ margin, slope, reach: slope > 0 ? margin / slope : margin > 0 ? Infinity : -Infinity }];
    });
    const nearest = others.reduce((best, one) => (one.reach < best.reach ? one : best));
    margins.margin[n] = nearest.margin;
    margins.slope[n] = nearest.slope;
    margins.reach[n] = nearest.reach;
  }
  return margins;
}
