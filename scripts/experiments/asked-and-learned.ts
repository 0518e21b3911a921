import type { Engine } from '../../src/engine/engine.ts';
import { packLearned } from '../../src/islands/asked-and-learned/baked-learned.ts';
import { askedParameters } from '../../src/islands/asked-and-learned/parameters.ts';
import { defaultsOf } from '../../src/parameters/parameter.ts';
import {
  askedAlphas,
  askedExperiment,
  askedProblems,
  askedProtocol,
  cellSide,
  compareWithAsked,
  readLearned,
  usualWidth,
  type AskedProblemName,
  type AskedSettings,
  type Comparison,
} from '../../src/studies/asked-and-learned.ts';
import type { Experiment, Json } from './experiment.ts';
import { fingerprintField, fingerprintsOf } from './fingerprint-field.ts';
import { mostTypical, overSeeds } from './over-seeds.ts';

const seeds = Array.from({ length: 16 }, (_, n) => n + 1);

export default {
  name: 'asked-and-learned',
  summary: 'what mixup asks for in the plane, beside what networks learned with and without it',
  run: async (engine, report) => {
    const results: Record<string, Json> = {};
    const fingerprints: (string | undefined)[] = [];
    const shown = defaultsOf(askedParameters);
    let typicalSeed = 0;
    for (const problem of Object.keys(askedProblems) as AskedProblemName[]) {
      const ofProblem: Record<string, Json> = {};
      for (const alpha of askedAlphas) {
        const runs: Comparison[] = [];
        for (const seed of seeds) {
          const run = await runOnce(engine, { problem, alpha, seed });
          fingerprints.push(...run.fingerprints);
          runs.push(run.comparison);
        }
        if (problem === shown.problem && alpha === shown.alpha) {
          const errors = (of: 'asked' | 'erm' | 'mixup') => runs.map((one) => one.errors[of]);
          typicalSeed = seeds[mostTypical(errors('asked'), errors('erm'), errors('mixup'))] as number;
        }
        const percent = (of: (one: Comparison) => number) => overSeeds(runs.map((one) => 100 * of(one)));
        ofProblem['erm'] = { error: percent(({ errors }) => errors.erm) };
        ofProblem[`alpha-${String(alpha).replace('.', '_')}`] = {
          asked: { error: percent(({ errors }) => errors.asked) },
          mixup: {
            error: percent(({ errors }) => errors.mixup),
            distance: percent(({ distances }) => distances.mixup),
            sharedWithAsked: percent(({ shared }) => shared.asked),
            sharedWithErm: percent(({ shared }) => shared.erm),
          },
          erm: { distance: percent(({ distances }) => distances.erm) },
        };
      }
      results[problem] = ofProblem;
      report(`${problem} done`);
    }
    return {
      settings: { ...askedProtocol, problems: askedProblems, cellSide, kernel: usualWidth, optimizer: 'adam' },
      seeds,
      ...fingerprintField(fingerprints),
      results,
      typicalSeed,
      picture: { ...packLearned((await runOnce(engine, shown)).learned) },
    };
  },
} satisfies Experiment;

/** Trains one pair of networks and compares both with what mixup asks for. */
async function runOnce(engine: Engine, settings: AskedSettings) {
  const experiment = askedExperiment(settings);
  const training = await engine.prepare(experiment.ensemble);
  await training.train(askedProtocol.steps);
  const learned = readLearned(experiment, await training.evaluate(experiment.points));
  const fingerprints = await fingerprintsOf(training);
  training.dispose();
  return { learned, comparison: compareWithAsked(experiment, learned, usualWidth), fingerprints };
}
