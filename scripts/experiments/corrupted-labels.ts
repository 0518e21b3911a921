import { corruptLabels, type CorruptedLabels } from '../../src/core/data/corrupt-labels.ts';
import type { DataSet } from '../../src/core/data/data-set.ts';
import { splitRows, type Split } from '../../src/core/data/split-rows.ts';
import type { Ensemble, Member } from '../../src/core/ensemble.ts';
import { errorRate, trainingErrors } from '../../src/core/metrics/classification.ts';
import type { Network } from '../../src/core/network.ts';
import { adam } from '../../src/core/optimizer.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../../src/core/policy.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { readDigits } from './digits-table.ts';
import type { Json, Report } from './experiment.ts';
import { againstBaseline, overSeeds } from './over-seeds.ts';

export const name = 'corrupted-labels';
export const summary = 'Test error and memorization when training labels are wrong (Table 2 of the paper), on digits';

const network: Network = { sizes: [64, 64, 64, 10], activation: 'relu' };
const optimizer = adam(0.003);
const batch = 64;
const steps = 1500;
/** Test error is measured this often: what the best error of a run is chosen from. */
const stepsBetween = 100;
const trainingRows = 1000;
const testRows = 597;
const shares = [0.2, 0.5, 0.8];
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

const methods: Record<string, Policy> = {
  erm: ermPolicy,
  dropout: { ...ermPolicy, dropout: 0.5 },
  mixup: mixupPolicy(8),
  'mixup-and-dropout': mixupPolicy(4, { dropout: 0.3 }),
};
const methodNames = Object.keys(methods);

/** What belongs to one seed, the same for every method. */
interface Trial {
  readonly seed: number;
  readonly split: Split;
  readonly training: CorruptedLabels;
}

/** Results of one member. */
interface Outcome {
  /** Test error every {@link stepsBetween} steps. */
  readonly testErrors: number[];
  readonly onReal: number;
  readonly onCorrupted: number;
}

/** Trains every method under every seed for each share of wrong labels. */
export async function run(engine: Engine, report: Report): Promise<{ readonly [key: string]: Json }> {
  const digits = await readDigits();
  const levels: Json[] = [];
  for (const share of shares) {
    const outcomes = await runLevel(engine, digits, share, (progress) => report(`${share * 100} % wrong, ${progress}`));
    levels.push({ share, methods: methodNames.map((method) => summarize(method, outcomes)) });
  }
  return {
    settings: {
      data: { file: 'digits.csv', trainingRows, testRows, inputs: 'pixels / 16' },
      network: { sizes: network.sizes, activation: network.activation },
      optimizer: { ...optimizer },
      batch,
      steps,
      stepsBetweenMeasurements: stepsBetween,
      labels: 'a share of the training labels drawn anew, uniformly over all ten classes; corrupted where changed',
      methods: Object.fromEntries(methodNames.map((method) => [method, { ...(methods[method] as Policy) }])),
    },
    seeds,
    levels,
  };
}

/** Outcomes by method, then seed. */
async function runLevel(
  engine: Engine,
  digits: DataSet,
  share: number,
  report: Report,
): Promise<Record<string, Outcome[]>> {
  const trials = seeds.map((seed): Trial => {
    const split = splitRows(digits.labels.length, trainingRows, seed, testRows);
    return { seed, split, training: corruptLabels(digits.labels, digits.classes, share, seed, split.train) };
  });
  // Seed by seed, so that a worker plans each order of examples once for all methods.
  const members = trials.flatMap(({ seed, split, training }) =>
    methodNames.map((method): Member => ({
      seed,
      policy: methods[method] as Policy,
      labels: training.labels,
      rows: split.train,
    })),
  );
  const ensemble: Ensemble = { network, inputs: digits.inputs, members, optimizer, batch };
  const running = await engine.prepare(ensemble);
  const testErrors = members.map((): number[] => []);
  let logs = new Float32Array();
  while (running.step < steps) {
    await running.train(stepsBetween);
    logs = new Float32Array(await running.evaluate(digits.inputs));
    members.forEach((_, m) => {
      const { test } = (trials[Math.floor(m / methodNames.length)] as Trial).split;
      testErrors[m]?.push(errorRate(ofRows(logs, m, digits, test), pick(digits.labels, test), digits.classes));
    });
    report(`step ${running.step} of ${steps}`);
  }
  running.dispose();
  return Object.fromEntries(
    methodNames.map((method, k) => [
      method,
      trials.map(({ split, training }, s): Outcome => {
        const m = s * methodNames.length + k;
        const labels = pick(training.labels, split.train);
        const corrupted = pick(training.corrupted, split.train);
        const errors = trainingErrors(ofRows(logs, m, digits, split.train), labels, corrupted, digits.classes);
        return { testErrors: testErrors[m] as number[], ...errors };
      }),
    ]),
  );
}

function summarize(method: string, outcomes: Record<string, Outcome[]>): Json {
  const own = outcomes[method] as Outcome[];
  const last = (outcome: Outcome): number => outcome.testErrors.at(-1) as number;
  return {
    method,
    lastTestError: overSeeds(own.map(last)),
    bestTestError: overSeeds(own.map(({ testErrors }) => Math.min(...testErrors))),
    trainingErrorOnReal: overSeeds(own.map(({ onReal }) => onReal)),
    trainingErrorOnCorrupted: overSeeds(own.map(({ onCorrupted }) => onCorrupted)),
    lastTestErrorAgainstErm: againstBaseline((outcomes['erm'] as Outcome[]).map(last), own.map(last)),
    testErrorCurve: Array.from({ length: steps / stepsBetween }, (_, k) => {
      const { mean, halfWidth } = overSeeds(own.map(({ testErrors }) => testErrors[k] as number));
      return { step: (k + 1) * stepsBetween, mean, halfWidth };
    }) as Json[],
  };
}

/** Log-probabilities of some rows under member m, out of those of all rows under all members. */
function ofRows(logs: Float32Array, m: number, { labels, classes }: DataSet, rows: Uint32Array): Float32Array {
  const chosen = new Float32Array(rows.length * classes);
  rows.forEach((row, n) => {
    const start = (m * labels.length + row) * classes;
    chosen.set(logs.subarray(start, start + classes), n * classes);
  });
  return chosen;
}

function pick(values: Uint8Array, rows: Uint32Array): Uint8Array {
  return Uint8Array.from(rows, (row) => values[row] as number);
}
