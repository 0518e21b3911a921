import type { ClusterSet } from '../../src/core/gan/clusters.ts';
import { gameMeasures } from '../../src/core/gan/game-measures.ts';
import { gameProtocol, type GeneratorLoss } from '../../src/core/gan/game.ts';
import type { GamePool } from '../../src/engine/cpu/games/game-pool.ts';
import { openNodeGames } from '../../src/engine/cpu/games/node-games.ts';
import { bakeStudy } from '../../src/studies/baked-study.ts';
import { pictureGames, type PackedPair } from '../../src/studies/game-picture.ts';
import {
  ganCondition,
  ganMethods,
  ganProtocol,
  isPlayed,
  playGame,
  type GanCondition,
  type GanMeasure,
  type GanMethod,
} from '../../src/studies/gan-games.ts';
import { summarizeStudy, type ConditionSummary } from '../../src/studies/summarize-study.ts';
import type { Experiment, Json } from './experiment.ts';
import { fingerprintField } from './fingerprint-field.ts';
import { mostTypical } from './over-seeds.ts';

type GameResult = Awaited<ReturnType<typeof playGame>>;

const losses: readonly GeneratorLoss[] = ['minimax', 'non-saturating'];

const played = (set: ClusterSet, methods: readonly GanMethod[]): GanCondition[] =>
  losses.flatMap((loss) =>
    methods.filter((method) => isPlayed(method, loss)).map((method) => ganCondition(set, loss, method)),
  );

/** Those that differ most, for the sets beside the ring. */
const some = ['plain', 'mixup', 'slope'] as const;

export default [
  experiment(
    'gan-ring',
    'GANs on a ring of eight clusters: what holds the discriminator back',
    played('ring', Object.keys(ganMethods) as GanMethod[]),
    16,
    true,
  ),
  experiment(
    'gan-tight-ring',
    'the same where clusters are tight and weights begin larger, from which the plain game derails',
    played('tight-ring', some),
    8,
  ),
  experiment('gan-grid', 'the same on a grid of 25 clusters', played('grid', some), 8),
];

/** @param isPictured whether the file has both games of one seed as a figure draws them */
function experiment(
  name: string,
  summary: string,
  conditions: readonly GanCondition[],
  count: number,
  isPictured = false,
): Experiment {
  const seeds = Array.from({ length: count }, (_, n) => n + 1);
  return {
    name,
    summary,
    run: async (_engine, report) => {
      const games = await openNodeGames();
      try {
        const asked = conditions.flatMap((condition) => seeds.map((seed) => ({ condition, seed })));
        const results = asked.map((): GameResult | undefined => undefined);
        let next = 0;
        // As many games at once as there are threads.
        const playOn = async (): Promise<void> => {
          for (let k = next++; k < asked.length; k = next++) {
            const { condition, seed } = asked[k] as (typeof asked)[number];
            results[k] = await playGame(games, condition, seed);
            if (k % 16 === 0) report(`game ${k} of ${asked.length}`);
          }
        };
        await Promise.all(Array.from({ length: games.workers }, playOn));
        const whole = results as readonly GameResult[];
        const names = conditions.map((condition) => condition.name);
        const summaries = summarizeStudy<GanMeasure>(names, gameMeasures, whole);
        const length = { steps: ganProtocol.iterations, measureEvery: ganProtocol.measureEvery };
        return {
          settings: {
            ...gameProtocol,
            optimizer: 'adam',
            ...length,
            rules: Object.fromEntries(conditions.map((condition) => [condition.name, { ...condition.rules }])),
          },
          ...fingerprintField(whole.map((result) => result.fingerprint)),
          ...toJson(bakeStudy(length, seeds, summaries)),
          ...(isPictured && { picture: toJson(await pictureTypical(games, conditions, summaries)) }),
        };
      } finally {
        games.dispose();
      }
    },
  };
}

/** The first two conditions, in the seed in which they did most nearly what they do on average. */
async function pictureTypical(
  games: GamePool,
  conditions: readonly GanCondition[],
  summaries: readonly ConditionSummary<GanMeasure>[],
): Promise<PackedPair> {
  const measures = summaries
    .slice(0, 2)
    .flatMap((summary) => [summary.measures.near.last.values, summary.measures.clusters.last.values]);
  const seed = 1 + mostTypical(...measures.filter((values) => new Set(values).size > 1));
  return pictureGames(games, conditions.slice(0, 2), seed);
}

function toJson(data: unknown): { readonly [key: string]: Json } {
  return JSON.parse(JSON.stringify(data)) as { readonly [key: string]: Json };
}
