import type { GameDraws } from '../../../../src/core/gan/game-draws.ts';
import { gameProtocol, type GameRules } from '../../../../src/core/gan/game.ts';

/*
 * A game in float64, one point after the other, for reading: "Games" in `docs/engines.md` as it stands there. Networks have hidden
 * layers of ReLU units; parameters are flat, each layer's weights `[inputs, outputs]` and then its biases.
 */

type Point = readonly [number, number];

const { batch, judgeSteps, learningRate } = gameProtocol;

/** Inputs and outputs of each layer of a network with so many outputs. */
function layersOf({ layers, width }: GameRules, outputs: number): (readonly [number, number])[] {
  const sizes = [2, ...Array.from({ length: layers }, () => width), outputs];
  return sizes.slice(1).map((to, l) => [sizes[l] as number, to]);
}

/** What a network gives for a point, and what is needed on the way back. */
function run(rules: GameRules, p: Float64Array, outputs: number, point: Point) {
  const layers = layersOf(rules, outputs);
  let at = 0;
  let values: number[] = [...point];
  const all = [values];
  layers.forEach(([from, to], l) => {
    const next = Array.from({ length: to }, (_, o) => {
      let sum = p[at + from * to + o] as number;
      for (let i = 0; i < from; i += 1) sum += (p[at + i * to + o] as number) * (values[i] as number);
      return l < layers.length - 1 ? Math.max(0, sum) : sum;
    });
    at += (from + 1) * to;
    values = next;
    all.push(next);
  });
  return { layers, all, out: values };
}

/** Gradients of `sum of pull[k] * output[k]` for the parameters, added to `sum` times `weight`, and for the point. */
function pullBack(
  rules: GameRules,
  p: Float64Array,
  pull: readonly number[],
  point: Point,
  sum: Float64Array,
  weight: number,
): Point {
  const { layers, all } = run(rules, p, pull.length, point);
  let end = p.length;
  let delta = [...pull];
  for (let l = layers.length - 1; l >= 0; l -= 1) {
    const [from, to] = layers[l] as readonly [number, number];
    const at = end - (from + 1) * to;
    const before = all[l] as number[];
    const below = new Array<number>(from).fill(0);
    for (let o = 0; o < to; o += 1) {
      const d = delta[o] as number;
      (sum[at + from * to + o] as number) += weight * d;
      for (let i = 0; i < from; i += 1) {
        (sum[at + i * to + o] as number) += weight * d * (before[i] as number);
        (below[i] as number) += d * (p[at + i * to + o] as number);
      }
    }
    delta = l > 0 ? below.map((b, i) => ((before[i] as number) > 0 ? b : 0)) : below;
    end = at;
  }
  return [delta[0] as number, delta[1] as number];
}

const logit = (rules: GameRules, p: Float64Array, point: Point): number => run(rules, p, 1, point).out[0] as number;
const fakeOf = (rules: GameRules, p: Float64Array, z: Point): Point => run(rules, p, 2, z).out as unknown as Point;
const crossEntropy = (s: number, target: number): number =>
  target * Math.log1p(Math.exp(-s)) + (1 - target) * Math.log1p(Math.exp(s));

/** What the discriminator is shown in a turn. */
export interface Shown {
  readonly points: readonly Point[];
  readonly targets: readonly number[];
  readonly real: readonly Point[];
}

/** Points of a turn, drawn by the game's own draws. */
function drawPoints(fill: (to: { x: Float32Array; y: Float32Array }) => void): Point[] {
  const columns = { x: new Float32Array(batch), y: new Float32Array(batch) };
  fill(columns);
  return Array.from(columns.x, (x, b) => [x, columns.y[b] as number]);
}

function blendsOf(draws: GameDraws, turn: number, real: readonly Point[], fake: readonly Point[], count: number) {
  const lambdas = new Float32Array(2 * batch);
  draws.lambdas(turn, lambdas);
  const shift = draws.shift(turn, batch);
  return Array.from({ length: count }, (_, b) => {
    const lambda = lambdas[b] as number;
    const [x, y] = real[b % batch] as Point;
    // The first half meets the fake point at its own place, the second half one that is some places on.
    const partner = b < batch ? b : (b - batch + shift) % batch;
    const [fx, fy] = fake[partner] as Point;
    return { lambda, partner, point: [lambda * x + (1 - lambda) * fx, lambda * y + (1 - lambda) * fy] as const };
  });
}

export function show(rules: GameRules, draws: GameDraws, generator: Float64Array, turn: number): Shown {
  const fake = drawPoints((to) => draws.noise(turn, to)).map((z) => fakeOf(rules, generator, z));
  const real = drawPoints((to) => draws.real(turn, to));
  const blends = rules.alpha > 0 ? blendsOf(draws, turn, real, fake, 2 * batch) : undefined;
  const points = blends ? blends.map(({ point }) => point) : [...real, ...fake];
  const targets = blends
    ? blends.map(({ lambda }) => lambda)
    : points.map((_, b) => (b < batch ? rules.realTarget : 0));
  return { points, real, targets: targets.map((y, b) => (draws.isFlipped(turn, b) ? 1 - y : y)) };
}

/** The discriminator's loss with its penalty: means over real and over fake points, added. */
export function discriminatorLoss(rules: GameRules, p: Float64Array, { points, targets, real }: Shown): number {
  const sum = points.reduce((total, point, b) => total + crossEntropy(logit(rules, p, point), targets[b] as number), 0);
  const none = new Float64Array(p.length);
  const slopes = real.map((point) => pullBack(rules, p, [1], point, none, 0));
  const squares = slopes.reduce((total, [x, y]) => total + x * x + y * y, 0);
  return sum / batch + (rules.slopePenalty / 2) * (squares / real.length);
}

/**
 * Its gradient. That of the penalty is taken by differences of first gradients, a little ahead and a little back along each slope: no
 * second derivative is written out.
 */
export function discriminatorGradient(
  rules: GameRules,
  p: Float64Array,
  { points, targets, real }: Shown,
): Float64Array {
  const gradient = new Float64Array(p.length);
  points.forEach((point, b) => {
    const share = 1 / (1 + Math.exp(-logit(rules, p, point)));
    pullBack(rules, p, [share - (targets[b] as number)], point, gradient, 1 / batch);
  });
  if (rules.slopePenalty === 0) return gradient;
  const none = new Float64Array(p.length);
  const step = 1e-7;
  for (const point of real) {
    const [x, y] = pullBack(rules, p, [1], point, none, 0);
    const weight = rules.slopePenalty / real.length / (2 * step);
    pullBack(rules, p, [1], [point[0] + step * x, point[1] + step * y], gradient, weight);
    pullBack(rules, p, [1], [point[0] - step * x, point[1] - step * y], gradient, -weight);
  }
  return gradient;
}

/** What the generator makes small in a turn, as a function of its parameters. */
export function generatorLoss(
  rules: GameRules,
  draws: GameDraws,
  p: Float64Array,
  judge: Float64Array,
  turn: number,
): number {
  const fake = drawPoints((to) => draws.noise(turn, to)).map((z) => fakeOf(rules, p, z));
  const real = drawPoints((to) => draws.real(turn, to));
  if (rules.generatorSeesBlends) {
    const blends = blendsOf(draws, turn, real, fake, batch);
    return (
      -blends.reduce((sum, { point, lambda }) => sum + crossEntropy(logit(rules, judge, point), lambda), 0) / batch
    );
  }
  const sign = rules.loss === 'minimax' ? -1 : 1;
  return (
    (sign * fake.reduce((sum, point) => sum + crossEntropy(logit(rules, judge, point), sign > 0 ? 1 : 0), 0)) / batch
  );
}

export function generatorGradient(
  rules: GameRules,
  draws: GameDraws,
  p: Float64Array,
  judge: Float64Array,
  turn: number,
): Float64Array {
  const noise = drawPoints((to) => draws.noise(turn, to));
  const fake = noise.map((z) => fakeOf(rules, p, z));
  const real = drawPoints((to) => draws.real(turn, to));
  const blends = rules.generatorSeesBlends ? blendsOf(draws, turn, real, fake, batch) : undefined;
  const gradient = new Float64Array(p.length);
  const none = new Float64Array(judge.length);
  const shown: readonly Point[] = blends ? blends.map((one) => one.point) : fake;
  noise.forEach((z, b) => {
    const point = shown[b] as Point;
    const target = blends?.[b]?.lambda ?? (rules.loss === 'minimax' ? 0 : 1);
    const share = 1 / (1 + Math.exp(-logit(rules, judge, point)));
    const sign = rules.loss === 'minimax' ? -1 : 1;
    const [x, y] = pullBack(rules, judge, [sign * (share - target)], point, none, 0);
    const weight = (1 - (blends?.[b]?.lambda ?? 0)) / batch;
    pullBack(rules, p, [x, y], z, gradient, weight);
  });
  return gradient;
}

/** Adam, for one network. */
function createAdam(size: number) {
  const [m, v] = [new Float64Array(size), new Float64Array(size)];
  let t = 0;
  return (p: Float64Array, gradient: Float64Array): void => {
    t += 1;
    gradient.forEach((g, k) => {
      m[k] = 0.9 * (m[k] as number) + 0.1 * g;
      v[k] = 0.999 * (v[k] as number) + 0.001 * g * g;
      const [first, second] = [m[k] / (1 - 0.9 ** t), v[k] / (1 - 0.999 ** t)];
      (p[k] as number) -= (learningRate * first) / (Math.sqrt(second) + 1e-8);
    });
  };
}

/** Plays some iterations; the parameters given are changed. */
export function playSlowly(
  rules: GameRules,
  draws: GameDraws,
  generator: Float64Array,
  discriminator: Float64Array,
  iterations: number,
): void {
  const [moveGenerator, moveDiscriminator] = [createAdam(generator.length), createAdam(discriminator.length)];
  let turn = 0;
  for (let n = 0; n < iterations; n += 1) {
    for (let k = 0; k < judgeSteps; k += 1, turn += 1)
      moveDiscriminator(
        discriminator,
        discriminatorGradient(rules, discriminator, show(rules, draws, generator, turn)),
      );
    moveGenerator(generator, generatorGradient(rules, draws, generator, discriminator, turn));
    turn += 1;
  }
}

/** What a generator makes of the first random numbers of a game's draws. */
export function pointsOf(rules: GameRules, generator: Float64Array, draws: GameDraws, count: number): Point[] {
  const columns = { x: new Float32Array(count), y: new Float32Array(count) };
  draws.noise(0, columns);
  return Array.from(columns.x, (x, n) => fakeOf(rules, generator, [x, columns.y[n] as number]));
}
