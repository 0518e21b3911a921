import { meanInterval, pairedDifference, type Interval } from '../../src/core/interval.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { bakeRun } from '../../src/islands/erm-vs-mixup/baked-run.ts';
import { makeExperiment, methods, protocol } from '../../src/islands/erm-vs-mixup/experiment.ts';
import { presets } from '../../src/islands/erm-vs-mixup/presets.ts';
import { readLogProbabilities, type Reading } from '../../src/islands/erm-vs-mixup/reading.ts';
import type { Settings } from '../../src/islands/erm-vs-mixup/settings.ts';
import { trainingCount } from '../../src/islands/erm-vs-mixup/training-points.ts';

/** The presets of the figure "ERM and mixup, side by side", over many seeds; and its first picture. */
export const name = 'erm-vs-mixup';

const seeds = Array.from({ length: 16 }, (_, n) => n + 1);

/** Runs every preset with every seed to its end. */
export async function run(engine: Engine): Promise<object> {
  const results: Record<string, object> = {};
  for (const { name: preset, settings } of presets) {
    const readings: Reading[] = [];
    for (const seed of seeds) readings.push(...(await readingsOf(engine, { ...settings, seed }, [protocol.steps])));
    results[preset] = { settings: withoutSeed(settings), ...summarize(readings) };
  }
  const [first] = presets;
  const records = Array.from({ length: protocol.steps / protocol.recordEvery + 1 }, (_, n) => n * protocol.recordEvery);
  const picture = bakeRun(await readingsOf(engine, first.settings, records));
  return {
    settings: { ...protocol, training: trainingCount, optimizer: 'adam', lambda: 'one for each mini-batch' },
    seeds,
    results,
    picture,
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
function summarize(readings: readonly Reading[]): Record<string, object> {
  const errors = methods.map((method) => readings.map(({ scores }) => 100 * scores[method].testError));
  const losses = methods.map((method) => readings.map(({ scores }) => scores[method].testLoss));
  const [erm, mixup] = methods.map((_, m) => ({
    error: { ...tidy(meanInterval(errors[m] as number[])), perSeed: (errors[m] as number[]).map(fourDigits) },
    loss: { ...tidy(meanInterval(losses[m] as number[])), perSeed: (losses[m] as number[]).map(fourDigits) },
  }));
  const difference = {
    error: tidy(pairedDifference(errors[0] as number[], errors[1] as number[])),
    loss: tidy(pairedDifference(losses[0] as number[], losses[1] as number[])),
  };
  return { erm: erm as object, mixup: mixup as object, difference };
}

function withoutSeed({ data, noise, flipped, alpha, width, activation }: Settings): object {
  return { data, noise, flipped, alpha, width, activation };
}

const fourDigits = (value: number): number => Number(value.toPrecision(4));

function tidy({ mean, halfWidth, count }: Interval): Interval {
  return { mean: fourDigits(mean), halfWidth: fourDigits(halfWidth), count };
}
