import type { Engine } from '../../src/engine/engine.ts';
import { bakeRun } from '../../src/islands/erm-vs-mixup/baked-run.ts';
import { makeExperiment, methods, protocol } from '../../src/islands/erm-vs-mixup/experiment.ts';
import { openingPreset, presets } from '../../src/islands/erm-vs-mixup/presets.ts';
import {
  fingerprintOf,
  readLogProbabilities,
  type Method,
  type Reading,
} from '../../src/islands/erm-vs-mixup/reading.ts';
import type { Settings } from '../../src/islands/erm-vs-mixup/settings.ts';
import type { Experiment, Json, Report } from './experiment.ts';
import { fingerprintField } from './fingerprint-field.ts';
import { againstBaseline, mostTypical, overSeeds } from './over-seeds.ts';

const seeds = Array.from({ length: 16 }, (_, n) => n + 1);

const experiment: Experiment = {
  name: 'erm-vs-mixup',
  summary: 'the presets of the figure "ERM and mixup, side by side" over 16 seeds, and the pictures it shows first',
  run,
};
export default experiment;

/** Runs every preset with every seed to its end. */
async function run(engine: Engine, report: Report): Promise<{ readonly [key: string]: Json }> {
  const results: Record<string, Json> = {};
  const fingerprints: (string | undefined)[] = [];
  let typicalSeed = 0;
  for (const { name: preset, settings } of presets) {
    const readings: Reading[] = [];
    for (const seed of seeds) readings.push(...(await readingsOf(engine, { ...settings, seed }, [protocol.steps])));
    results[preset] = { settings: withoutSeed(settings), ...summarize(readings) };
    fingerprints.push(...readings.map(fingerprintOf));
    if (preset === openingPreset.name) {
      const errors = (method: Method): number[] => readings.map(({ scores }) => scores[method].testError);
      typicalSeed = seeds[mostTypical(errors('erm'), errors('mixup'))] as number;
    }
    report(`${preset} done`);
  }
  const [first] = presets;
  const records = Array.from({ length: protocol.steps / protocol.recordEvery + 1 }, (_, n) => n * protocol.recordEvery);
  const pictureOf = async (settings: Settings): Promise<{ readonly [key: string]: Json }> => ({
    seed: settings.seed,
    ...bakeRun(await readingsOf(engine, settings, records)),
  });
  return {
    settings: { ...protocol, optimizer: 'adam', lambda: 'one for each mini-batch' },
    seeds,
    ...fingerprintField(fingerprints),
    results,
    picture: await pictureOf(first.settings),
    openingPicture: await pictureOf({ ...openingPreset.settings, seed: typicalSeed }),
  };
}

/** Trains one run and reads it at some steps. */
async function readingsOf(engine: Engine, settings: Settings, steps: readonly number[]): Promise<Reading[]> {
  const experiment = makeExperiment(settings);
  const training = await engine.prepare(experiment.ensemble);
  const readings: Reading[] = [];
  for (const step of steps) {
    if (step > training.step) await training.train(step - training.step);
    const { parameters } = await training.snapshot();
    readings.push(readLogProbabilities(experiment, step, await training.evaluate(experiment.points), parameters));
  }
  training.dispose();
  return readings;
}

/** Test errors in percent and test losses in nats of both methods, with the paired difference mixup - ERM. */
function summarize(readings: readonly Reading[]): Record<string, Json> {
  const error = (method: Method): number[] => readings.map(({ scores }) => 100 * scores[method].testError);
  const loss = (method: Method): number[] => readings.map(({ scores }) => scores[method].testLoss);
  return {
    ...Object.fromEntries(
      methods.map((method) => [method, { error: overSeeds(error(method)), loss: overSeeds(loss(method)) }]),
    ),
    difference: {
      error: againstBaseline(error('erm'), error('mixup')),
      loss: againstBaseline(loss('erm'), loss('mixup')),
    },
  };
}

function withoutSeed({ data, noise, flipped, alpha, width, activation }: Settings): Json {
  return { data, noise, flipped, alpha, width, activation };
}
