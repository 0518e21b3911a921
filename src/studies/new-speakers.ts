import { splitRows, type Split } from '../core/data/split-rows.ts';
import { expectedCalibrationError } from '../core/statistics/calibration.ts';
import { errorRate, negativeLogLikelihood } from '../core/statistics/classification.ts';
import { atTemperature, fitTemperature } from '../core/statistics/temperature-scaling.ts';
import { allRows, type Member } from '../core/training/ensemble.ts';
import { adam } from '../core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { speakerCount, type SpokenVowels } from '../core/data/vowels.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import type { Breathe } from '../engine/run/page-turns.ts';
import { hitsAmong } from './hits.ts';
import { groupsOfSplits, standardizedCopies } from './standardized-copies.ts';
import type { Condition, Measures, Study, StudyPart } from './study.ts';

/**
 * Of the speakers that were not trained on, each network apart:
 *
 * - `testError`, from 0 to 1, `testLoss` (nats) and `calibrationError`, the expected calibration error in 15 bins, from 0 to 1;
 * - `rescaledLoss`, `rescaledCalibrationError`: the same with the answers on each speaker at the one temperature that fits the
 *   *other* ones best; `temperature`, the mean of those;
 * - `trainingError`: on the recordings that were trained on, from 0 to 1.
 */
export const speakerMeasures = [
  'testError',
  'testLoss',
  'calibrationError',
  'rescaledLoss',
  'rescaledCalibrationError',
  'temperature',
  'trainingError',
] as const;
export type SpeakerMeasure = (typeof speakerMeasures)[number];

/** What networks learn vowels with. */
export const speakerProtocol = {
  trainingSpeakers: 8,
  batch: 64,
  optimizer: adam(0.003),
  steps: 1500,
  widths: [4, 8, 16, 32, 64, 128],
} as const;

/** Whom networks are trained on: speakers that each seed draws anew, or the first eight, as others did with these data. */
export type SpeakerDraw = 'anew' | 'historical';

/** A condition of a study on new speakers. */
export interface SpeakerCondition extends Condition {
  readonly data: SpeakerDraw;
  readonly hidden: number;
}

/**
 * ERM, mixup as strong as in Fig. 4 of the paper, mixup with all weights equally likely, and as a control label smoothing, which makes a
 * network less sure and mixes nothing, at each width.
 */
export const newSpeakersConditions = (data: SpeakerDraw): readonly SpeakerCondition[] =>
  speakerProtocol.widths.flatMap((hidden) => [
    { name: `${data} erm-${hidden}`, data, policy: ermPolicy, hidden },
    { name: `${data} weak-mixup-${hidden}`, data, policy: mixupPolicy(0.2), hidden },
    { name: `${data} mixup-${hidden}`, data, policy: mixupPolicy(1), hidden },
    { name: `${data} smoothing-${hidden}`, data, policy: { ...ermPolicy, labelSmoothing: 0.1 }, hidden },
  ]);

/**
 * Fig. 4 of the paper asked of people: networks learn vowels from eight speakers and are judged on the seven others. Every
 * measure is standardized on the recordings trained on. Measured once, at the end.
 */
export function newSpeakers(
  vowels: SpokenVowels,
  draw: SpeakerDraw,
  steps: number = speakerProtocol.steps,
  conditions = newSpeakersConditions(draw),
): Study<SpeakerMeasure> {
  const widths = [...new Set(conditions.map(({ hidden }) => hidden))];
  const { labels, classes } = vowels.recordings;
  return {
    conditions,
    steps,
    measureEvery: steps,
    parts: (seeds) =>
      widths.flatMap((width) => {
        const own = conditions.filter(({ hidden }) => hidden === width);
        return groupsOfSplits(seeds, own.length * labels.length * classes).map((group) =>
          speakerPart(vowels, draw, width, own, group),
        );
      }),
  };
}

function speakerPart(
  vowels: SpokenVowels,
  draw: SpeakerDraw,
  hidden: number,
  conditions: readonly SpeakerCondition[],
  seeds: readonly number[],
): StudyPart<SpeakerMeasure> {
  const { recordings } = vowels;
  const { classes, width } = recordings;
  const splits = seeds.map((seed) => splitSpeakers(vowels, draw, seed));
  const { inputs, labels, trainingRows } = standardizedCopies(recordings, splits);
  const trials = seeds.flatMap((seed, s) => conditions.map((condition) => ({ condition, seed, s })));
  const eachMember = async <Found>(
    training: TrainingEnsemble,
    breathe: Breathe,
    find: (logs: Float32Array, split: Split) => Found,
  ): Promise<Found[]> => {
    const logs = await training.evaluate(inputs);
    const size = recordings.labels.length * classes;
    const found: Found[] = [];
    for (const [m, { s }] of trials.entries()) {
      await breathe();
      // Every member answers the copies of all seeds; it is judged on its own.
      const start = (m * seeds.length + s) * size;
      found.push(find(logs.subarray(start, start + size), splits[s] as Split));
    }
    return found;
  };
  return {
    trials: trials.map(({ condition, seed }) => ({ condition, seed })),
    ensemble: {
      network: { sizes: [width, hidden, hidden, classes], activation: 'relu' },
      inputs,
      members: trials.map(({ condition: { policy }, seed, s }): Member => ({
        seed,
        policy,
        optimizer: speakerProtocol.optimizer,
        labels,
        rows: trainingRows[s] as Uint32Array,
      })),
      batch: speakerProtocol.batch,
    },
    measure: (training, breathe) => eachMember(training, breathe, (logs, split) => measure(logs, vowels, split)),
    hits: (training, breathe) =>
      eachMember(training, breathe, (logs, { test }) => {
        const unheard = answersTo(test, logs, vowels);
        return hitsAmong(unheard.logs, unheard.labels, classes);
      }),
  };
}

/** The recordings of the speakers trained on, and of the others. */
function splitSpeakers({ speakers }: SpokenVowels, draw: SpeakerDraw, seed: number): Split {
  const { trainingSpeakers } = speakerProtocol;
  const heard = draw === 'anew' ? splitRows(speakerCount, trainingSpeakers, seed).train : allRows(trainingSpeakers);
  const rows = allRows(speakers.length);
  const isHeard = (row: number): boolean => heard.includes(speakers[row] as number);
  return { train: rows.filter(isHeard), test: rows.filter((row) => !isHeard(row)) };
}

/** @param logs log-probabilities of all recordings under one network, `[rows, classes]` */
function measure(logs: Float32Array, vowels: SpokenVowels, { train, test }: Split): Measures<SpeakerMeasure> {
  const { classes } = vowels.recordings;
  if (logs.some(Number.isNaN)) return diverged;
  const [heard, unheard] = [answersTo(train, logs, vowels), answersTo(test, logs, vowels)];
  const speakers = [...new Set(unheard.speakers)];
  const rescaled = new Float64Array(unheard.logs.length);
  const temperatures = speakers.map((speaker) => {
    const others = answersTo(
      test.filter((row) => vowels.speakers[row] !== speaker),
      logs,
      vowels,
    );
    const temperature = fitTemperature(others.logs, others.labels, classes);
    const answers = atTemperature(unheard.logs, classes, temperature);
    unheard.speakers.forEach((one, n) => {
      if (one === speaker) rescaled.set(answers.subarray(n * classes, (n + 1) * classes), n * classes);
    });
    return temperature;
  });
  return {
    testError: errorRate(unheard.logs, unheard.labels, classes),
    testLoss: negativeLogLikelihood(unheard.logs, unheard.labels, classes),
    calibrationError: expectedCalibrationError(unheard.logs, unheard.labels, classes),
    rescaledLoss: negativeLogLikelihood(rescaled, unheard.labels, classes),
    rescaledCalibrationError: expectedCalibrationError(rescaled, unheard.labels, classes),
    temperature: temperatures.reduce((sum, one) => sum + one, 0) / temperatures.length,
    trainingError: errorRate(heard.logs, heard.labels, classes),
  };
}

const diverged = Object.fromEntries(speakerMeasures.map((name) => [name, NaN])) as Measures<SpeakerMeasure>;

/** What a network says of some recordings, with their labels and who spoke them. */
function answersTo(rows: Uint32Array, logs: Float32Array, { recordings, speakers }: SpokenVowels) {
  const { labels, classes } = recordings;
  const own = new Float32Array(rows.length * classes);
  rows.forEach((row, n) => own.set(logs.subarray(row * classes, (row + 1) * classes), n * classes));
  return {
    logs: own,
    labels: Uint8Array.from(rows, (row) => labels[row] as number),
    speakers: Array.from(rows, (row) => speakers[row] as number),
  };
}
