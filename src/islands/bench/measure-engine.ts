import { moons } from '../../core/data/moons.ts';
import type { DataSet } from '../../core/data/data-set.ts';
import { takeRows } from '../../core/data/take-rows.ts';
import { allRows, type Ensemble } from '../../core/training/ensemble.ts';
import { adam } from '../../core/training/optimizer.ts';
import { mixupPolicy } from '../../core/training/policy.ts';
import { fetchDigitTable } from '../../data/digits/digits.ts';
import type { Engine, TrainingEnsemble } from '../../engine/engine.ts';
import { memberCounts, networks, type NetworkName, type Speed } from './speeds.ts';

/** How long one case is timed, in milliseconds, and how long it may warm up before. */
const timedMs = 500;
const warmMs = 250;

const rows = 1000;

async function dataOf(network: NetworkName): Promise<DataSet> {
  return network === '2-16-16-2' ? moons(rows, 0.1, 1) : takeRows(await fetchDigitTable(), allRows(rows));
}

/** Members of seeds of their own, all trained by mixup with alpha = 1 on batches of 64: no two share their random choices. */
function ensembleOf(network: NetworkName, { inputs, labels }: DataSet, members: number): Ensemble {
  const shared = { policy: mixupPolicy(1), optimizer: adam(0.003), labels, rows: allRows(labels.length) };
  return {
    network: { sizes: network.split('-').map(Number), activation: 'relu' },
    inputs,
    members: Array.from({ length: members }, (_, seed) => ({ seed, ...shared })),
    batch: 64,
  };
}

/**
 * Measures one engine: every network with every number of members, one after the other.
 *
 * @param onSpeed called with each speed as it comes
 * @returns sentences for the reader about cases that the device refused
 * @throws the signal's reason if it is aborted; EngineLostError if the device is lost
 */
export async function measureEngine(
  engine: Engine,
  signal: AbortSignal,
  onSpeed: (speed: Speed) => void,
): Promise<string[]> {
  const refused: string[] = [];
  for (const { name: network } of networks) {
    const data = await dataOf(network);
    for (const members of memberCounts) {
      signal.throwIfAborted();
      let training: TrainingEnsemble;
      try {
        training = await engine.prepare(ensembleOf(network, data, members));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        refused.push(error.message);
        continue;
      }
      try {
        const stepsPerSecond = await timeTraining(training, data.inputs.slice(0, data.inputs.length / rows), signal);
        onSpeed({ network, members, by: engine.name, modelStepsPerSecond: members * stepsPerSecond });
      } finally {
        training.dispose();
      }
    }
  }
  return refused;
}

/** Steps a second of all members together, once programs are compiled and the engine has found its pace. */
async function timeTraining(training: TrainingEnsemble, point: Float32Array, signal: AbortSignal): Promise<number> {
  const train = async (steps: number): Promise<number> => {
    const since = performance.now();
    await training.train(steps, { signal });
    // What is read back was trained before.
    await training.evaluate(point);
    return performance.now() - since;
  };
  await train(1);
  let steps = 1;
  for (let spent = 0; spent < warmMs;) {
    const milliseconds = await train(steps);
    spent += milliseconds;
    const wanted = Math.ceil((steps * timedMs) / Math.max(milliseconds, 1));
    steps = Math.min(wanted, 8 * steps);
  }
  let [done, milliseconds] = [0, 0];
  while (milliseconds < timedMs) {
    milliseconds += await train(steps);
    done += steps;
  }
  return (1000 * done) / milliseconds;
}
