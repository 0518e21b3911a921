import { exp } from '../../../core/elementary/exponential.ts';
import { createGameDraws, type Columns } from '../../../core/gan/game-draws.ts';
import { gameStart } from '../../../core/gan/game-start.ts';
import { gameNetworks, gameProtocol, type Game } from '../../../core/gan/game.ts';
import type { Arena } from '../arena.ts';
import {
  at,
  createPass,
  placeNetwork,
  runBackward,
  runForward,
  takeGradient,
  type PlacedNetwork,
} from './placed-network.ts';
import { createSlopePenalty } from './slope-penalty.ts';

/** Trains the two networks of a game; see "Games" in `docs/engines.md`. */
interface GameTrainer {
  readonly generator: PlacedNetwork;
  readonly discriminator: PlacedNetwork;
  /** One iteration: the discriminator's steps, then one of the generator. */
  iterate(): void;
  dispose(): void;
}

const { batch, judgeSteps, learningRate } = gameProtocol;

/** How likely a point of this logit is real. */
const realShare = (logit: number): number => 1 / (1 + exp(-logit));

/** A gradient for a logit that is smaller is none: it would move no weight, and on their way down such numbers slow the loops five times. */
const least = 2 ** -80;
const orNone = (pull: number): number => (Math.abs(pull) < least ? 0 : pull);

/** Starts a game. Both networks begin as {@link gameStart} says. */
export function createGameTrainer(arena: Arena, game: Game): GameTrainer {
  const { rules } = game;
  const draws = createGameDraws(game);
  const networks = gameNetworks(rules);
  const place = (name: keyof typeof networks): PlacedNetwork =>
    placeNetwork(arena, networks[name], gameStart(game, networks[name], name), learningRate);
  const [generator, discriminator] = [place('generator'), place('discriminator')];
  const making = createPass(arena, generator.layout, batch);
  const judging = createPass(arena, discriminator.layout, 2 * batch);
  const judged = createPass(arena, discriminator.layout, batch);
  const penalty =
    rules.slopePenalty > 0 ? createSlopePenalty(arena, discriminator, batch, rules.slopePenalty) : undefined;
  const last = discriminator.layout.layers.length;
  const isMixed = rules.alpha > 0;
  const real = emptyColumns(batch);
  const lambdas = new Float32Array(2 * batch);
  const targets = new Float64Array(2 * batch);
  let turn = 0;

  /** Both coordinates of points that lie at an address, `[2, rows]`. */
  const columns = (address: number, rows: number): Columns => ({
    x: arena.floats(address, rows),
    y: arena.floats(address + 4 * rows, rows),
  });

  /** Makes the fake points of this turn. */
  function makeFakes(): Columns {
    draws.noise(turn, columns(at(making.values, 0), batch));
    runForward(arena, generator, making);
    return columns(at(making.values, making.values.length - 1), batch);
  }

  /** Fills `to` with blends of the real points with fake ones, and `lambdas` with their weights; again and again if there is room. */
  function blend(fake: Columns, to: Columns): void {
    draws.lambdas(turn, lambdas);
    const shift = draws.shift(turn, batch);
    for (let b = 0; b < to.x.length; b += 1) {
      const lambda = lambdas[b] as number;
      const first = b % batch;
      const second = (first + Math.floor(b / batch) * shift) % batch;
      to.x[b] = lambda * (real.x[first] as number) + (1 - lambda) * (fake.x[second] as number);
      to.y[b] = lambda * (real.y[first] as number) + (1 - lambda) * (fake.y[second] as number);
    }
  }

  /** Puts what the discriminator is shown in this turn before it, and its targets. */
  function showPoints(): void {
    const fake = makeFakes();
    const shown = columns(at(judging.values, 0), 2 * batch);
    draws.real(turn, real);
    if (isMixed) {
      blend(fake, shown);
      targets.set(lambdas);
    } else {
      shown.x.set(real.x);
      shown.y.set(real.y);
      shown.x.set(fake.x, batch);
      shown.y.set(fake.y, batch);
      targets.fill(rules.realTarget, 0, batch).fill(0, batch);
    }
    if (rules.labelNoise === 0) return;
    for (let b = 0; b < 2 * batch; b += 1) if (draws.isFlipped(turn, b)) targets[b] = 1 - (targets[b] as number);
  }

  function stepDiscriminator(step: number): void {
    showPoints();
    runForward(arena, discriminator, judging);
    const logits = arena.floats(at(judging.values, last), 2 * batch);
    const deltas = arena.floats(at(judging.deltas, last), 2 * batch);
    for (let b = 0; b < 2 * batch; b += 1)
      deltas[b] = orNone((realShare(logits[b] as number) - (targets[b] as number)) / batch);
    runBackward(arena, discriminator, judging);
    takeGradient(arena, discriminator, judging, judging.values, discriminator.gradient);
    if (penalty) {
      const points = columns(penalty.points, batch);
      points.x.set(real.x);
      points.y.set(real.y);
      penalty.add();
    }
    discriminator.update(step);
  }

  function stepGenerator(step: number): void {
    const fake = makeFakes();
    const shown = columns(at(judged.values, 0), batch);
    if (rules.generatorSeesBlends) {
      draws.real(turn, real);
      blend(fake, shown);
    } else {
      shown.x.set(fake.x);
      shown.y.set(fake.y);
      lambdas.fill(0);
    }
    runForward(arena, discriminator, judged);
    const logits = arena.floats(at(judged.values, last), batch);
    const deltas = arena.floats(at(judged.deltas, last), batch);
    for (let b = 0; b < batch; b += 1) {
      const share = realShare(logits[b] as number);
      // Minimax climbs the loss at the target that the discriminator has, the weight of what is real in a blend; the usual loss
      // descends toward the target 1.
      deltas[b] = orNone((rules.loss === 'minimax' ? (lambdas[b] as number) - share : share - 1) / batch);
    }
    runBackward(arena, discriminator, judged);
    const [slopes, pulls] = [
      columns(at(judged.deltas, 0), batch),
      columns(at(making.deltas, making.deltas.length - 1), batch),
    ];
    for (let b = 0; b < batch; b += 1) {
      const weight = 1 - (lambdas[b] as number);
      pulls.x[b] = weight * (slopes.x[b] as number);
      pulls.y[b] = weight * (slopes.y[b] as number);
    }
    runBackward(arena, generator, making);
    takeGradient(arena, generator, making, making.values, generator.gradient);
    generator.update(step);
  }

  return {
    generator,
    discriminator,
    iterate() {
      const iteration = turn / (judgeSteps + 1);
      for (let k = 1; k <= judgeSteps; k += 1) {
        stepDiscriminator(judgeSteps * iteration + k);
        turn += 1;
      }
      stepGenerator(iteration + 1);
      turn += 1;
    },
    dispose: () => [generator, discriminator, making, judging, judged, penalty].forEach((one) => one?.dispose()),
  };
}

const emptyColumns = (count: number): Columns => ({ x: new Float32Array(count), y: new Float32Array(count) });
