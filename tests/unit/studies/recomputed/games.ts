import { createGameDraws } from '../../../../src/core/gan/game-draws.ts';
import { gameStart } from '../../../../src/core/gan/game-start.ts';
import type { ClusterSet } from '../../../../src/core/gan/clusters.ts';
import { gameNetworks, type GameRules, type GeneratorLoss } from '../../../../src/core/gan/game.ts';
import { openNodeGames } from '../../../../src/engine/cpu/games/node-games.ts';
import { ganCondition, paperSize, type GameSize, type GanMethod } from '../../../../src/studies/gan-games.ts';
import { playSlowly, pointsOf } from '../../engine/cpu/slow-game.ts';
import { amount, share, sum, type Recomputation } from './recomputation.ts';

const seed = 5;
/** How many iterations, of small networks and of those whose every iteration takes the slow code seconds. */
const [some, one] = [4, 1];

type Point = readonly [number, number];

/** Where clusters lie, and how far apart neighbors are: eight on a circle of radius 2, or five by five, a unit apart. */
const ring = {
  at: Array.from({ length: 8 }, (_, k): Point => [2 * Math.cos((k * Math.PI) / 4), 2 * Math.sin((k * Math.PI) / 4)]),
  gap: 4 * Math.sin(Math.PI / 8),
};
const layouts: Readonly<Record<ClusterSet, { readonly at: readonly Point[]; readonly gap: number }>> = {
  ring,
  'tight-ring': ring,
  grid: { at: Array.from({ length: 25 }, (_, k): Point => [(k % 5) - 2, Math.floor(k / 5) - 2]), gap: 1 },
};

/** Games of a set, some iterations long: by the rules of the study, and slowly by those of the file. */
function gamesOn(
  set: ClusterSet,
  size: GameSize | undefined,
  iterations: number,
  ...played: (readonly [GeneratorLoss, GanMethod])[]
): Recomputation {
  return async (_engine, file) => {
    const { rules } = (file as { settings: { rules: Record<string, GameRules> } }).settings;
    const pool = await openNodeGames(1);
    const found = [];
    for (const [loss, method] of played) {
      const name = `${size === undefined ? '' : `${size} `}${loss}-${method}`;
      const game = { rules: rules[name] as GameRules, seed };
      const networks = gameNetworks(game.rules);
      const generator = gameStart(game, networks.generator, 'generator');
      const discriminator = gameStart(game, networks.discriminator, 'discriminator');
      playSlowly(game.rules, createGameDraws(game), generator, discriminator, iterations);
      const points = pointsOf(game.rules, generator, createGameDraws(game, 'judging'), 2000);

      const fast = await pool.start({ rules: ganCondition(set, loss, method, size && { size }).rules, seed });
      const { measures, fake } = await fast.play(iterations);
      fast.end();
      found.push({
        of: name,
        measured: { ...measures, ...spread(Array.from(fake.x, (x, n): Point => [x, fake.y[n] ?? NaN])) },
        slow: {
          ...measuresOf(set, points),
          ...Object.fromEntries(Object.entries(spread(points)).map(([of, value]) => [of, amount(value)])),
        },
      });
    }
    pool.dispose();
    return found;
  };
}

/** Where points lie on the whole, which tells early games apart. */
const spread = (points: readonly Point[]): Record<string, number> => ({
  'mean of x': sum(points.map(([x]) => x)) / points.length,
  'mean of y': sum(points.map(([, y]) => y)) / points.length,
  'mean distance': sum(points.map(([x, y]) => Math.hypot(x, y))) / points.length,
});

function measuresOf(set: ClusterSet, points: readonly Point[]) {
  const { at, gap } = layouts[set];
  const near = at.map(([cx, cy]) => points.filter(([x, y]) => Math.hypot(x - cx, y - cy) <= gap / 4).length);
  const fair = points.length / at.length;
  return {
    near: share(sum(near), points.length),
    clusters: { value: near.filter((count) => count >= fair / 10).length, within: 0.5 },
    // The farthest centers lie two out in a coordinate, of either set.
    outside: share(points.filter(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) >= 2.5).length, points.length),
  };
}

export const ofGames: Readonly<Record<string, Recomputation>> = {
  'gan-ring': gamesOn('ring', undefined, some, ['minimax', 'formula'], ['non-saturating', 'mixup']),
  'gan-tight-ring': gamesOn('tight-ring', undefined, some, ['minimax', 'mixup'], ['non-saturating', 'slope']),
  'gan-grid': gamesOn('grid', undefined, some, ['minimax', 'plain'], ['non-saturating', 'mixup']),
  'gan-paper-size': gamesOn('ring', paperSize, one, ['minimax', 'mixup']),
};
