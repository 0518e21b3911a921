import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataSet } from '../../../src/core/data/data-set.ts';
import { splitRows } from '../../../src/core/data/split-rows.ts';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { calibrationFinding, confidenceGaps } from '../../../src/islands/calibration/finding.ts';
import {
  methods,
  nearestTemperature,
  readCalibration,
  readGroups,
} from '../../../src/islands/calibration/read-calibration.ts';
import {
  calibration,
  calibrationMeasures,
  confidenceBins,
  type CalibrationMeasure,
} from '../../../src/studies/calibration.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import { namesOf, type TrialResult } from '../../../src/studies/study.ts';
import { summarizeStudy } from '../../../src/studies/summarize-study.ts';
import { expectSome } from '../../expect-some.ts';

/** What one network answers, judged slowly: rows that are neither trained nor tested on choose the temperature. */
let digits: DataSet;
let engine: Engine;
let results: readonly TrialResult<CalibrationMeasure>[];
const seed = 3;
const steps = 60;
beforeAll(async () => {
  digits = await readDigits();
  engine = await createNodeCpuEngine();
  results = await runStudy(engine, calibration(digits, steps), [seed]);
}, 60_000);
afterAll(() => engine.dispose());

const measuresOf = (condition: string) => {
  const found = results.find(({ trial }) => trial.condition.name === condition)?.curve.at(-1)?.measures;
  if (!found) throw new Error(`expected "${condition}"`);
  return found;
};

/** Probabilities of all rows under the network of a condition, trained alone. */
async function probabilities(condition: string): Promise<number[][]> {
  const conditions = calibration(digits).conditions.filter(({ name }) => name === condition);
  const [part] = calibration(digits, steps, conditions).parts([seed]);
  if (!part) throw new Error('expected a part');
  const training = await engine.prepare(part.ensemble);
  await training.train(steps);
  const logs = await training.evaluate(digits.inputs);
  training.dispose();
  return Array.from({ length: digits.labels.length }, (_, row) =>
    Array.from(logs.subarray(10 * row, 10 * row + 10), Math.exp),
  );
}

describe('a study on calibration', () => {
  test('fits the temperature on the 200 digits that are neither trained nor tested on, and judges the test digits at it', async () => {
    const answers = await probabilities('mixup');
    const { train, test: tested } = splitRows(1797, 1000, seed, 597);
    const unused = Array.from({ length: 1797 }, (_, row) => row).filter(
      (row) => !train.includes(row) && !tested.includes(row),
    );
    expect(unused).toHaveLength(200);
    const lossOn = (rows: Iterable<number>, temperature: number): number => {
      const losses = Array.from(rows, (row) => {
        const powers = (answers[row] as number[]).map((p) => p ** (1 / temperature));
        return -Math.log((powers[digits.labels[row] as number] as number) / powers.reduce((sum, one) => sum + one, 0));
      });
      return losses.reduce((sum, one) => sum + one, 0) / losses.length;
    };
    const found = measuresOf('mixup');
    for (const beside of [0.98, 1.02])
      expect(lossOn(unused, found.temperature)).toBeLessThan(lossOn(unused, beside * found.temperature));
    expect(found.testLoss).toBeCloseTo(lossOn(tested, 1), 4);
    expect(found.rescaledLoss).toBeCloseTo(lossOn(tested, found.temperature), 4);
    expect(found['loss at 0.5']).toBeCloseTo(lossOn(tested, 0.5), 4);
    const sure = Array.from(tested, (row) => Math.max(...(answers[row] as number[])));
    expect(found.confidence).toBeCloseTo(sure.reduce((sum, one) => sum + one, 0) / 597, 4);
  });

  test('changes no answer by a temperature: in all groups together as many are right', () => {
    for (const { condition } of methods) {
      const found = measuresOf(condition);
      for (const at of [0.25, 1, 4, 'own'] as const) {
        const right = confidenceBins.reduce<number>((sum, bin) => sum + found[`right of ${bin} at ${at}`], 0);
        expect(right, condition).toBeCloseTo(1 - found.testError, 10);
      }
    }
  });

  test('gives NaN, and no error, for a network that diverged', async () => {
    const [part] = calibration(digits, steps).parts([1]);
    const lost = { evaluate: () => Promise.resolve(new Float32Array(4 * 1797 * 10).fill(NaN)) };
    const measured = await part?.measure(lost as never, () => Promise.resolve());
    for (const one of expectSome(measured ?? [], 'networks')) expect(Object.values(one).every(Number.isNaN)).toBe(true);
  });
});

describe('the figure', () => {
  const reading = () => {
    const found = readCalibration(
      summarizeStudy(namesOf(calibration(digits).conditions), calibrationMeasures, results),
    );
    if (!found) throw new Error('expected all four methods');
    return found;
  };

  test('reads nothing as long as a method is missing', () => {
    const three = summarizeStudy(['erm', 'mixup', 'smoothing'], calibrationMeasures, results);
    expect(readCalibration(three)).toBeUndefined();
  });

  const groups = (at: 1 | 4 | 0.25) => methods.map(({ condition }) => readGroups(results, condition, at));

  test('has groups that hold all answers, no interval of one seed, and gaps between confidence and accuracy', () => {
    const { seeds, methods: read } = reading();
    expect(seeds).toBe(1);
    for (const { temperature } of expectSome(read, 'methods')) expect(temperature.halfWidth).toBeUndefined();
    for (const own of groups(1)) expect(own.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 1);
    const gaps = confidenceGaps(groups(1));
    methods.forEach(({ condition }, k) => {
      const { confidence, testError } = measuresOf(condition);
      expect(gaps[k]).toBeCloseTo(100 * (confidence - (1 - testError)), 1);
    });
  });

  test('says in its title who is too modest and who too sure, whatever the temperature', () => {
    expect(calibrationFinding(groups(4), false)).toBe('All four methods are too modest');
    expect(calibrationFinding(groups(0.25), false)).toContain('oo sure');
    const moved = (by: readonly number[]) => by.map((points) => [{ share: 100, sure: 90 + points, right: 90 }]);
    expect(calibrationFinding(moved([0, -5, -9, -12]), false)).toBe('Too modest: mixup, smoothing; about right: ERM');
    expect(calibrationFinding(moved([5, 0, -9, 0]), false)).toBe(
      'Too modest: mixup 1; too sure: ERM; about right: mixup 0.2, smoothing',
    );
    expect(calibrationFinding(moved([0, 1, -1, 0]), true)).toBe('At a temperature of its own, each is about right');
  });

  test('takes the nearest temperature that was looked at', () => {
    expect([0.01, 0.55, 0.57, 1.1, 1.2, 99].map(nearestTemperature)).toEqual([0.25, 0.5, 0.63, 1, 1.3, 4]);
  });
});
