import { afterAll, expect, it } from 'vitest';
import digitsText from '../../../public/data/digits.csv?raw';
import vowelsText from '../../../public/data/vowels.csv?raw';
import irisText from '../../../public/data/iris.csv?raw';
import { scaleDigits } from '../../../src/core/data/digits.ts';
import { parseTable } from '../../../src/core/data/table.ts';
import { spokenVowels } from '../../../src/core/data/vowels.ts';
import { createCpuEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { createWebglEngine } from '../../../src/engine/webgl/webgl-engine.ts';
import { createWebgpuEngine } from '../../../src/engine/webgpu/webgpu-engine.ts';
import { ablation, ablationConditions } from '../../../src/studies/ablation.ts';
import { errorUnderAttack } from '../../../src/studies/error-under-attack.ts';
import { alphaSweep, alphaSweepConditions } from '../../../src/studies/alpha-sweep.ts';
import { betweenExamples } from '../../../src/studies/between-examples.ts';
import { calibration } from '../../../src/studies/calibration.ts';
import { capacitySweep, capacitySweepConditions } from '../../../src/studies/capacity-sweep.ts';
import { corruptedConditions, corruptedLabels } from '../../../src/studies/corrupted-labels.ts';
import { learningCurves } from '../../../src/studies/learning-curves.ts';
import { margins } from '../../../src/studies/margins.ts';
import { mixingChoices, mixingChoicesConditions } from '../../../src/studies/mixing-choices.ts';
import { memorization } from '../../../src/studies/memorization.ts';
import { newSpeakers, newSpeakersConditions } from '../../../src/studies/new-speakers.ts';
import { winsAndLosses } from '../../../src/studies/wins-and-losses.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import { conditionNamed, type Condition, type Study, type TrialResult } from '../../../src/studies/study.ts';
import { tabularData } from '../../../src/studies/tabular-data.ts';
import { expectSome } from '../../expect-some.ts';

const digits = scaleDigits(parseTable(digitsText, 'digits'));

const vowels = spokenVowels(parseTable(vowelsText, 'vowels'));

const named = (conditions: readonly Condition[], ...names: string[]): Condition[] =>
  names.map((name) => conditionNamed(conditions, name));

/** What a study asks of its engine shows as well after a few steps as after many. */
const steps = 15;

/** Every study, in a size for software renderers. */
const studies: Readonly<Record<string, Study<string>>> = {
  'alpha-sweep': alphaSweep(digits, { steps }, named(alphaSweepConditions, 'erm', 'mixup-0_4')),
  'between-examples': betweenExamples(digits, { steps }),
  calibration: calibration(digits, steps),
  'error-under-attack': errorUnderAttack(digits, 1, { steps, epsilons: [6] }),
  margins: margins(digits, steps),
  'learning-curves': learningCurves(digits, { steps }),
  'capacity-sweep': capacitySweep(
    digits,
    { steps },
    named(capacitySweepConditions, 'erm-8', 'weak-mixup-8', 'mixup-8'),
  ),
  ablation: ablation(digits, { steps }, named(ablationConditions, 'inputs', 'hidden-2')),
  'mixing-choices': mixingChoices(digits, { steps }, named(mixingChoicesConditions, 'per-example', 'mixup-smoothing')),
  memorization: memorization(digits, steps),
  'wins-and-losses': winsAndLosses(1, ['blobs'], steps),
  'corrupted-labels': corruptedLabels(digits, corruptedConditions([0.5], ['erm', 'mixup-and-dropout']), { steps }),
  'new-speakers': newSpeakers(
    vowels,
    'anew',
    steps,
    newSpeakersConditions('anew').filter(({ hidden }) => hidden === 8),
  ),
  'tabular-data': tabularData(parseTable(irisText, 'iris'), { name: 'iris', alpha: 1 }),
};

/** The measures that are shares: of these a small network may turn a few, of no consequence. */
const isShare = (name: string): boolean => /error|misses|fgsm|within|floor| of \d+ at /i.test(name);

/** One engine of each kind for all studies: starting one takes as long as some of them. */
const engines: Engine[] = [];
const create = { cpu: () => createCpuEngine({ workers: 2 }), webgl: createWebglEngine, webgpu: createWebgpuEngine };
const engineOf = async (name: keyof typeof create): Promise<Engine> => {
  const running = engines.find((engine) => engine.name === name);
  if (running) return running;
  const engine = await create[name]();
  engines.push(engine);
  return engine;
};
afterAll(() => engines.forEach((engine) => engine.dispose()));

/**
 * What an engine computes is tested in the conformance suite: here each study meets one of the two that run on a GPU. WebGPU's
 * long programs take it seconds to compile, so it gets the studies that share theirs.
 */
const onWebgpu = [
  'between-examples',
  'calibration',
  'error-under-attack',
  'learning-curves',
  'alpha-sweep',
  'memorization',
];

it.each(
  Object.entries(studies).map(([name, study]) => [name, onWebgpu.includes(name) ? 'webgpu' : 'webgl', study] as const),
)(
  '%s gives on %s what it gives on the CPU engine: shares within 3 points on average, the rest within 3 percent',
  async (_, gpu, study) => {
    const seeds = [1, 2];
    const cpu = await runStudy(await engineOf('cpu'), study, seeds);
    const results = await runStudy(await engineOf(gpu), study, seeds);
    expect(results.map(({ trial }) => trial)).toEqual(cpu.map(({ trial }) => trial));
    for (const measure of expectSome(Object.keys(cpu[0]?.curve.at(-1)?.measures ?? {}), 'measures')) {
      const reference = lastOf(cpu, measure);
      const differences = lastOf(results, measure).map((value, n) => Math.abs(value - (reference[n] as number)));
      expect(mean(differences), measure).toBeLessThan(isShare(measure) ? 0.03 : 0.03 * mean(reference));
    }
  },
);

function lastOf(results: readonly TrialResult<string>[], measure: string): number[] {
  return results.map(({ curve }) => curve.at(-1)?.measures[measure] as number);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
