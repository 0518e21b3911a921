import { askedOnLine } from '../../core/asked/asked-on-line.ts';
import { betaDensity } from '../../core/random/beta.ts';

/** An example on the line: its place in [0, 1], and 0 for class A or 1 for class B. */
export interface LineExample {
  readonly x: number;
  readonly label: 0 | 1;
}

const examplesOf = (as: readonly number[], bs: readonly number[]): LineExample[] =>
  [...as.map((x) => ({ x, label: 0 }) as const), ...bs.map((x) => ({ x, label: 1 }) as const)].toSorted(
    (one, other) => one.x - other.x,
  );

/** The examples one can choose from, from left to right. */
export const lineExamples = {
  pair: examplesOf([0.1], [0.9]),
  wrong: examplesOf([0.03, 0.1, 0.18, 0.36, 0.44], [0.27, 0.6, 0.7, 0.78, 0.88, 0.97]),
  amid: examplesOf([0.03, 0.09, 0.16, 0.22, 0.28, 0.72, 0.79, 0.85, 0.91, 0.97], [0.45, 0.5, 0.56]),
} as const;

/** Places looked at, from the first example to the last. */
const places = 241;

/** What is asked for between the first example and the last, as a curve; the examples themselves stand apart. */
export function askedCurve(examples: readonly LineExample[], alpha: number): { x: number; y: number }[] {
  const [xs, labels] = [examples.map(({ x }) => x), examples.map(({ label }) => label)];
  const [from, to] = [xs[0] as number, xs.at(-1) as number];
  return Array.from({ length: places }, (_, n) => from + ((n + 0.5) / places) * (to - from))
    .filter((x) => !xs.includes(x))
    .map((x) => ({ x, y: askedOnLine(xs, labels, alpha, x) }));
}

/** The blends of two examples: from where to where, with which labels, and how densely they lie on the way. */
interface PairBlends {
  readonly from: LineExample;
  readonly to: LineExample;
  /** Density of the blends at even steps from one end to the other, ends left out, times the line's length. */
  readonly densities: readonly number[];
}

/** Steps at which the density of a pair's blends is told. */
const steps = 24;

/** All pairs of different examples, the shortest first. */
export function pairBlends(examples: readonly LineExample[], alpha: number): PairBlends[] {
  return examples
    .flatMap((from, i) => examples.slice(i + 1).map((to) => ({ from, to })))
    .toSorted((one, other) => one.to.x - one.from.x - (other.to.x - other.from.x))
    .map(({ from, to }) => ({
      ...{ from, to },
      densities: Array.from({ length: steps }, (_, k) => betaDensity((k + 0.5) / steps, alpha) / (to.x - from.x)),
    }));
}
