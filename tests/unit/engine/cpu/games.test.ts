import { describe, expect, it } from 'vitest';
import { createGameDraws } from '../../../../src/core/gan/game-draws.ts';
import { gameStart } from '../../../../src/core/gan/game-start.ts';
import { gameNetworks, plainRules, type Game, type GeneratorLoss } from '../../../../src/core/gan/game.ts';
import { openArena } from '../../../../src/engine/cpu/arena.ts';
import { startGame } from '../../../../src/engine/cpu/games/game-tasks.ts';
import { openNodeGames } from '../../../../src/engine/cpu/games/node-games.ts';
import { fingerprint } from '../../../../src/core/training/fingerprint.ts';
import { ganCondition, ganMethods, isPlayed, type GanMethod } from '../../../../src/studies/gan-games.ts';
import { knownGame, knownGameFingerprint } from '../../../gpu/conformance/fingerprinted-game.ts';
import { relativeError } from '../../../gpu/conformance/tolerances.ts';
import {
  discriminatorGradient,
  discriminatorLoss,
  generatorGradient,
  generatorLoss,
  playSlowly,
  show,
} from './slow-game.ts';

const losses: readonly GeneratorLoss[] = ['minimax', 'non-saturating'];
const methods = Object.keys(ganMethods) as GanMethod[];
const games = losses.flatMap((loss) =>
  methods
    .filter((method) => isPlayed(method, loss))
    .map((method): [string, Game] => [
      `${loss}, ${method}`,
      { rules: ganCondition('ring', loss, method).rules, seed: 3 },
    ]),
);
/** Networks as deep as the paper's, and of an odd width; one hidden layer; one that is wider. */
const sizes = [
  { layers: 3, width: 37 },
  { layers: 1, width: 16 },
  { layers: 2, width: 128 },
].map(({ layers, width }): [string, Game] => [
  `${layers} hidden layers of ${width}`,
  { rules: { ...plainRules, layers, width, alpha: 0.2, slopePenalty: 1 }, seed: 4 },
]);
const start = (game: Game): [Float64Array, Float64Array] => {
  const { generator, discriminator } = gameNetworks(game.rules);
  return [gameStart(game, generator, 'generator'), gameStart(game, discriminator, 'discriminator')];
};

/** Some parameters of each layer, and the derivative of a function for them by central differences. */
function differences(p: Float64Array, f: (p: Float64Array) => number): { at: number[]; slopes: number[] } {
  const at = Array.from({ length: 16 }, (_, k) => Math.round((k * (p.length - 1)) / 15));
  const shift = 1e-6;
  const slopes = at.map((k) => {
    const value = p[k] as number;
    const near = (by: number): number => f(p.with(k, value + by));
    return (near(shift) - near(-shift)) / (2 * shift);
  });
  return { at, slopes };
}

describe('the slow game, which judges the fast one', () => {
  it.each([...games, ...sizes])('has the gradients of its own losses, by central differences (%s)', (_, game) => {
    const { rules } = game;
    const draws = createGameDraws(game);
    const [generator, discriminator] = start(game);
    const shown = show(rules, draws, generator, 7);
    const judge = differences(discriminator, (p) => discriminatorLoss(rules, p, shown));
    const judged = discriminatorGradient(rules, discriminator, shown);
    expect(
      relativeError(
        judge.at.map((k) => judged[k] as number),
        judge.slopes,
      ),
    ).toBeLessThan(1e-5);
    const maker = differences(generator, (p) => generatorLoss(rules, draws, p, discriminator, 7));
    const made = generatorGradient(rules, draws, generator, discriminator, 7);
    expect(
      relativeError(
        maker.at.map((k) => made[k] as number),
        maker.slopes,
      ),
    ).toBeLessThan(1e-5);
  });
});

describe('a game in the loops', () => {
  it.each([...games, ...sizes])('moves both networks as the slow one does (%s)', async (_, game) => {
    const before = start(game);
    const slow = start(game);
    playSlowly(game.rules, createGameDraws(game), ...slow, 2);
    const fast = startGame(await openArena(), game);
    fast.play(2);
    const parameters = fast.parameters();
    const fastNetworks = [parameters.subarray(0, slow[0].length), parameters.subarray(slow[0].length)] as const;
    [0, 1].forEach((n) => {
      const from = before[n] as Float64Array;
      const moved = (to: Float64Array): Float64Array => to.map((value, k) => value - (from[k] as number));
      expect(relativeError(moved(fastNetworks[n] as Float64Array), moved(slow[n] as Float64Array))).toBeLessThan(1e-3);
    });
  });

  it.each(['wasm', 'script'] as const)('gives the known bits with loops in %s', async (kind) => {
    const game = startGame(await openArena(kind), knownGame);
    game.play(4);
    expect(fingerprint(game.parameters())).toBe(knownGameFingerprint);
  });

  it('gives them in a worker, beside another game, however the iterations are cut', async () => {
    const pool = await openNodeGames(1);
    const [one, other] = [await pool.start(knownGame), await pool.start({ ...knownGame, seed: 8 })];
    await one.play(1);
    await Promise.all([other.play(2), one.judge({ x: Float32Array.of(1), y: Float32Array.of(2) }), one.play(3)]);
    expect(fingerprint(await one.parameters())).toBe(knownGameFingerprint);
    expect(fingerprint(await other.parameters())).not.toBe(knownGameFingerprint);
    one.end();
    pool.dispose();
    await expect(one.play(1)).rejects.toThrow('The games were ended.');
  });

  it('refuses rules that nothing defines, with what is wrong', async () => {
    const pool = await openNodeGames(1);
    const { rules } = knownGame;
    await expect(pool.start({ rules: { ...rules, alpha: -1 }, seed: 1 })).rejects.toThrow(/rules\.alpha: expected/);
    await expect(pool.start({ rules: { ...rules, width: 600 }, seed: 1 })).rejects.toThrow(
      'rules.width: expected a whole number from 2 to 512, got 600.',
    );
    await expect(pool.start({ rules: { ...rules, layers: 4 }, seed: 1 })).rejects.toThrow(
      'rules.layers: expected a whole number from 1 to 3, got 4.',
    );
    const blends = { ...rules, loss: 'non-saturating', generatorSeesBlends: true } as const;
    await expect(pool.start({ rules: blends, seed: 1 })).rejects.toThrow(/generatorSeesBlends/);
    pool.dispose();
  });
});
