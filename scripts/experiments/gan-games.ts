import type { ClusterSet } from '../../src/core/gan/clusters.ts';
import { gameMeasures } from '../../src/core/gan/game-measures.ts';
import { gameProtocol, type GeneratorLoss } from '../../src/core/gan/game.ts';
import { openNodeGames } from '../../src/engine/cpu/games/node-games.ts';
import { bakeStudy } from '../../src/studies/baked-study.ts';
import { packPicture, type PackedPair } from '../../src/studies/game-picture.ts';
import {
  gameLength,
  ganCondition,
  ganMethods,
  isPlayed,
  paperSize,
  playGame,
  type GanCondition,
  type GanMeasure,
  type GanMethod,
  type PlayedTrial,
} from '../../src/studies/gan-games.ts';
import { summarizeStudy, type ConditionSummary } from '../../src/studies/summarize-study.ts';
import type { Experiment, Json } from './experiment.ts';
import { fingerprintField } from './fingerprint-field.ts';
import { mostTypical } from './over-seeds.ts';

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
  experiment(
    'gan-paper-size',
    'the ring between networks of the paper’s size: the plain game, mixup, and the generator’s usual loss',
    [
      ganCondition('ring', 'minimax', 'plain', { size: paperSize }),
      ganCondition('ring', 'minimax', 'mixup', { size: paperSize }),
      ganCondition('ring', 'non-saturating', 'plain', { size: paperSize }),
    ],
    // Half a minute of a core for each game.
    8,
    true,
  ),
];

/** @param isPictured whether the file has the first two games of one seed as a figure draws them */
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
        const results = asked.map((): PlayedTrial | undefined => undefined);
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
        const whole = results as readonly PlayedTrial[];
        const names = conditions.map((condition) => condition.name);
        const summaries = summarizeStudy<GanMeasure>(names, gameMeasures, whole);
        const { iterations, measureEvery } = gameLength((conditions[0] as GanCondition).rules);
        const length = { steps: iterations, measureEvery };
        return {
          settings: {
            ...gameProtocol,
            optimizer: 'adam',
            ...length,
            rules: Object.fromEntries(conditions.map((condition) => [condition.name, { ...condition.rules }])),
          },
          ...fingerprintField(whole.map((result) => result.fingerprint)),
          ...toJson(bakeStudy(length, seeds, summaries)),
          ...(isPictured && { picture: toJson(pictureTypical(whole, summaries)) }),
        };
      } finally {
        games.dispose();
      }
    },
  };
}

/** The first two conditions, in the seed in which they did most nearly what they do on average. */
function pictureTypical(
  results: readonly PlayedTrial[],
  summaries: readonly ConditionSummary<GanMeasure>[],
): PackedPair {
  const pair = summaries.slice(0, 2);
  const measures = pair.flatMap(({ measures: { near, clusters } }) => [near.last.values, clusters.last.values]);
  const seed = 1 + mostTypical(...measures.filter((values) => new Set(values).size > 1));
  const games = pair.flatMap(({ condition }) =>
    results
      .filter(({ trial }) => trial.seed === seed && trial.condition.name === condition)
      .map(({ picture }) => packPicture(picture)),
  );
  return { seed, games };
}

function toJson(data: unknown): { readonly [key: string]: Json } {
  return JSON.parse(JSON.stringify(data)) as { readonly [key: string]: Json };
}
