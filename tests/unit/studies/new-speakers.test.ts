import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitRows } from '../../../src/core/data/split-rows.ts';
import { createPlan } from '../../../src/core/training/create-plan.ts';
import type { Ensemble } from '../../../src/core/training/ensemble.ts';
import { initialParameters } from '../../../src/core/training/network.ts';
import { adam } from '../../../src/core/training/optimizer.ts';
import { readVowels } from '../../../src/data/vowels/read-vowels.ts';
import { spokenVowels, type SpokenVowels } from '../../../src/core/data/vowels.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { newSpeakers, newSpeakersConditions } from '../../../src/studies/new-speakers.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import { expectSome } from '../../expect-some.ts';
import { logProbabilities, toLayers } from '../../gpu/conformance/slow-network.ts';
import { slowGradient, slowUpdate } from '../../gpu/conformance/slow-training.ts';

/** The file, read without any code of the site: who spoke, what was measured, and the vowel. */
const recordings = readFileSync('public/data/vowels.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map((cells) => ({ speaker: Number(cells[0]), measures: cells.slice(1, -1).map(Number), vowel: cells.at(-1) ?? '' }));
const names = [...new Set(recordings.map(({ vowel }) => vowel))].sort();

let vowels: SpokenVowels;
let engine: Engine;
beforeAll(async () => {
  vowels = await readVowels();
  engine = await createNodeCpuEngine();
});
afterAll(() => engine.dispose());

/** The speakers, 1 to 15, that a member of a part is trained on. */
const heardBy = (rows: Uint32Array = new Uint32Array()): number[] =>
  [...new Set(Array.from(rows, (row) => recordings[row % 990]?.speaker ?? NaN))].sort((a, b) => a - b);

describe('a study on new speakers', () => {
  test('trains on all that eight people said, others for each seed and the same for each method', () => {
    const [part] = newSpeakers(vowels, 'anew').parts([1, 2]);
    const [erm, weak, strong, smoothing, other] = part?.ensemble.members ?? [];
    expect(erm?.rows).toHaveLength(8 * 66);
    expect(heardBy(erm?.rows)).toHaveLength(8);
    expect(weak?.rows).toBe(erm?.rows);
    expect(strong?.rows).toBe(erm?.rows);
    expect(smoothing?.rows).toBe(erm?.rows);
    expect(heardBy(other?.rows)).toHaveLength(8);
    expect(heardBy(other?.rows)).not.toEqual(heardBy(erm?.rows));
  });

  test('splits them as others did where it is asked to: the first eight, whatever the seed', () => {
    const [part] = newSpeakers(vowels, 'historical').parts([1, 2]);
    for (const { rows } of expectSome(part?.ensemble.members ?? [], 'members'))
      expect(heardBy(rows)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('asks for no more answers at once than fit into 16 MB', () => {
    const parts = newSpeakers(vowels, 'anew').parts(Array.from({ length: 16 }, (_, n) => n + 1));
    for (const { trials, ensemble } of expectSome(parts, 'parts'))
      expect(trials.length * (ensemble.inputs.length / 9) * 11 * 4).toBeLessThanOrEqual(16e6);
    expect(parts.flatMap(({ trials }) => trials)).toHaveLength(16 * 24);
  });

  test('refuses a file in which somebody else speaks', () => {
    const table = { inputs: Float32Array.of(16, 0.5), labels: Uint8Array.of(0), classes: 2, width: 2 };
    expect(() => spokenVowels({ ...table, columns: ['speaker', 'a0'], classNames: ['hid', 'hed'] })).toThrow('15');
  });
});

/** Means and deviations of nine columns, over some recordings. */
function scaleOf(rows: readonly number[]): { mean: number; deviation: number }[] {
  return Array.from({ length: 9 }, (_, c) => {
    const column = rows.map((row) => recordings[row]?.measures[c] ?? NaN);
    const mean = column.reduce((a, b) => a + b, 0) / column.length;
    return { mean, deviation: Math.sqrt(column.reduce((a, b) => a + (b - mean) ** 2, 0) / column.length) };
  });
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const softmax = (logits: readonly number[], temperature: number): number[] => {
  const weights = logits.map((logit) => Math.exp((logit - Math.max(...logits)) / temperature));
  return weights.map((weight) => weight / sum(weights));
};

/** One recording as a network answers it. */
interface Answer {
  readonly speaker: number;
  readonly right: number;
  readonly logits: readonly number[];
}
const lossAt = (answers: readonly Answer[], temperature: number): number =>
  -sum(answers.map(({ logits, right }) => Math.log(softmax(logits, temperature)[right] ?? NaN))) / answers.length;

/** The temperature of least loss, by halving a range in which the loss first falls and then rises. */
function slowTemperature(answers: readonly Answer[]): number {
  let [low, high] = [Math.log(0.01), Math.log(100)];
  for (let round = 0; round < 45; round += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (lossAt(answers, Math.exp(left)) < lossAt(answers, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** Guo and others' error of calibration: in each of 15 bins of certainty, how far it is from how often the answers are right. */
function slowCalibration(
  rows: readonly { readonly probabilities: readonly number[]; readonly right: number }[],
): number {
  const judged = rows.map(({ probabilities, right }) => {
    const certainty = Math.max(...probabilities);
    return { certainty, isRight: probabilities.indexOf(certainty) === right };
  });
  const bins = Array.from({ length: 15 }, (_, b) =>
    judged.filter(({ certainty }) => certainty > b / 15 && certainty <= (b + 1) / 15),
  );
  return (
    sum(bins.map((bin) => Math.abs(sum(bin.map(({ certainty, isRight }) => Number(isRight) - certainty))))) /
    rows.length
  );
}

test('gives what a slow and obvious training in float64 gives, in every measure', async () => {
  const steps = 60;
  const conditions = newSpeakersConditions('anew').filter(({ hidden }) => hidden === 8);
  const seeds = [3, 4];
  const results = await runStudy(engine, newSpeakers(vowels, 'anew', steps, conditions), seeds);
  expect(results).toHaveLength(8);
  for (const { trial, curve } of results) {
    const { seed, condition } = trial;
    const drawn = Array.from(splitRows(15, 8, seed).train, (speaker) => speaker + 1);
    const rows = Array.from(recordings.keys());
    const heard = rows.filter((row) => drawn.includes(recordings[row]?.speaker ?? NaN));
    const scale = scaleOf(heard);
    const inputs = rows.flatMap((row) =>
      scale.map(({ mean, deviation }, c) => ((recordings[row]?.measures[c] ?? NaN) - mean) / deviation),
    );
    const labels = Uint8Array.from(recordings, ({ vowel }) => names.indexOf(vowel));
    const ensemble: Ensemble = {
      network: { sizes: [9, 8, 8, 11], activation: 'relu' },
      inputs: Float32Array.from(inputs),
      batch: 64,
      members: [{ seed, policy: condition.policy, optimizer: adam(0.003), labels, rows: Uint32Array.from(heard) }],
    };
    const plan = createPlan(ensemble);
    const parameters = Array.from(initialParameters(ensemble.network, seed));
    const member = { parameters, firstMoments: parameters.map(() => 0), secondMoments: parameters.map(() => 0) };
    for (let step = 0; step < steps; step += 1)
      slowUpdate(adam(0.003), member, slowGradient(ensemble, plan, 0, step, member.parameters), step + 1);

    const layers = toLayers(ensemble.network, member.parameters);
    const answers = rows.map((row): Answer & { isHeard: boolean } => ({
      isHeard: heard.includes(row),
      speaker: recordings[row]?.speaker ?? NaN,
      right: labels[row] ?? NaN,
      logits: logProbabilities(ensemble.network, layers, inputs.slice(9 * row, 9 * row + 9)),
    }));
    const errorOf = (some: readonly Answer[]): number =>
      some.filter(({ logits, right }) => logits.indexOf(Math.max(...logits)) !== right).length / some.length;
    const unheard = answers.filter(({ isHeard }) => !isHeard);
    const temperatures = new Map(
      [...new Set(unheard.map(({ speaker }) => speaker))].map((speaker) => [
        speaker,
        slowTemperature(unheard.filter((one) => one.speaker !== speaker)),
      ]),
    );
    const rescaled = unheard.map(({ speaker, right, logits }) => ({
      right,
      probabilities: softmax(logits, temperatures.get(speaker) ?? NaN),
    }));
    const slow = {
      testError: errorOf(unheard),
      testLoss: lossAt(unheard, 1),
      calibrationError: slowCalibration(
        unheard.map(({ right, logits }) => ({ right, probabilities: softmax(logits, 1) })),
      ),
      rescaledLoss: -sum(rescaled.map(({ right, probabilities }) => Math.log(probabilities[right] ?? NaN))) / 462,
      rescaledCalibrationError: slowCalibration(rescaled),
      temperature: sum([...temperatures.values()]) / 7,
      trainingError: errorOf(answers.filter(({ isHeard }) => isHeard)),
    };
    expect(unheard).toHaveLength(462);
    const measured = curve.at(-1)?.measures;
    const name = `${condition.name}, seed ${seed}`;
    expect(measured?.testLoss, name).toBeCloseTo(slow.testLoss, 4);
    expect(measured?.rescaledLoss, name).toBeCloseTo(slow.rescaledLoss, 4);
    expect(measured?.temperature, name).toBeCloseTo(slow.temperature, 3);
    // Where two classes are as probable, or a certainty lies at the edge of a bin, rounding may turn one recording.
    for (const share of ['testError', 'trainingError', 'calibrationError', 'rescaledCalibrationError'] as const)
      expect(Math.abs((measured?.[share] ?? NaN) - slow[share]), `${name}, ${share}`).toBeLessThan(0.003);
  }
}, 60_000);
