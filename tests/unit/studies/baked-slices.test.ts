import { afterAll, beforeAll, expect, test } from 'vitest';
import askedFile from '../../../content/results/asked-and-learned.json' with { type: 'json' };
import attackFile from '../../../content/results/error-under-attack.json' with { type: 'json' };
import alphaSweepFile from '../../../content/results/alpha-sweep.json' with { type: 'json' };
import alphaClothesFile from '../../../content/results/alpha-sweep-clothes.json' with { type: 'json' };
import ablationFile from '../../../content/results/ablation.json' with { type: 'json' };
import strongDecayFile from '../../../content/results/ablation-strong-decay.json' with { type: 'json' };
import blendFile from '../../../content/results/blend-accuracy.json' with { type: 'json' };
import betweenFile from '../../../content/results/between-examples.json' with { type: 'json' };
import betweenClothesFile from '../../../content/results/between-examples-clothes.json' with { type: 'json' };
import calibrationFile from '../../../content/results/calibration.json' with { type: 'json' };
import capacityFile from '../../../content/results/capacity-sweep.json' with { type: 'json' };
import corruptedFile from '../../../content/results/corrupted-labels.json' with { type: 'json' };
import corruptedClothesFile from '../../../content/results/corrupted-labels-clothes.json' with { type: 'json' };
import sideBySideFile from '../../../content/results/erm-vs-mixup.json' with { type: 'json' };
import smallFile from '../../../content/results/small-network.json' with { type: 'json' };
import joiningFile from '../../../content/results/mixup-or-cutmix.json' with { type: 'json' };
import networksFile from '../../../content/results/dense-or-convolutional.json' with { type: 'json' };
import choicesFile from '../../../content/results/mixing-choices.json' with { type: 'json' };
import numberFile from '../../../content/results/number-of-examples.json' with { type: 'json' };
import planeFile from '../../../content/results/wins-and-losses.json' with { type: 'json' };
import speakersFile from '../../../content/results/new-speakers.json' with { type: 'json' };
import historicalFile from '../../../content/results/new-speakers-historical.json' with { type: 'json' };
import ganFile from '../../../content/results/gan-ring.json' with { type: 'json' };
import ganPaperSizeFile from '../../../content/results/gan-paper-size.json' with { type: 'json' };
import marginsFile from '../../../content/results/margins.json' with { type: 'json' };
import learningFile from '../../../content/results/learning-curves.json' with { type: 'json' };
import learningClothesFile from '../../../content/results/learning-curves-clothes.json' with { type: 'json' };
import memorizedFile from '../../../content/results/memorized-digits.json' with { type: 'json' };
import irisFile from '../../../content/results/tabular-iris.json' with { type: 'json' };
import { gameMeasures } from '../../../src/core/gan/game-measures.ts';
import { jointFingerprint, memberFingerprints } from '../../../src/core/training/fingerprint.ts';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import { readFashionMnist } from '../../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { readTable } from '../../../src/data/read-data.ts';
import { readVowels } from '../../../src/data/vowels/read-vowels.ts';
import { openNodeGames } from '../../../src/engine/cpu/games/node-games.ts';
import { readFullSizeFashion } from '../../../src/data/fashion-mnist-full-size/read-full-size.ts';
import { createNodeCpuEngine } from '../../../src/engine/cpu/node-cpu-engine.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { makeExperiment } from '../../../src/islands/erm-vs-mixup/experiment.ts';
import { presets } from '../../../src/islands/erm-vs-mixup/presets.ts';
import { errorUnderAttack } from '../../../src/studies/error-under-attack.ts';
import { alphaSweep, alphaSweepConditions } from '../../../src/studies/alpha-sweep.ts';
import { ablation, ablationConditions } from '../../../src/studies/ablation.ts';
import { blendAccuracy } from '../../../src/studies/blend-accuracy.ts';
import { betweenConditions, betweenExamples } from '../../../src/studies/between-examples.ts';
import { calibration, calibrationConditions } from '../../../src/studies/calibration.ts';
import { capacitySweep, capacitySweepConditions } from '../../../src/studies/capacity-sweep.ts';
import { corruptedConditions, corruptedLabels } from '../../../src/studies/corrupted-labels.ts';
import { ganCondition, playGame } from '../../../src/studies/gan-games.ts';
import { denseOrConvolutional, denseOrConvolutionalConditions } from '../../../src/studies/dense-or-convolutional.ts';
import { mixupOrCutmix, mixupOrCutmixConditions } from '../../../src/studies/mixup-or-cutmix.ts';
import { winsAndLosses } from '../../../src/studies/wins-and-losses.ts';
import { learningCurves, learningCurvesConditions } from '../../../src/studies/learning-curves.ts';
import { margins } from '../../../src/studies/margins.ts';
import { mixingChoices, mixingChoicesConditions } from '../../../src/studies/mixing-choices.ts';
import { numberOfExamples } from '../../../src/studies/number-of-examples.ts';
import { newSpeakers, newSpeakersConditions } from '../../../src/studies/new-speakers.ts';
import { memorizedDigits } from '../../../src/studies/memorized-digits.ts';
import { conditionsOn, lengthOn, studiedClothes } from '../../../src/studies/studied-pictures.ts';
import { openParameters, smallNetworkEnsemble, smallNetworkProtocol } from '../../../src/studies/small-network.ts';
import {
  askedExperiment,
  askedProtocol,
  compareWithAsked,
  readLearned,
  usualWidth,
} from '../../../src/studies/asked-and-learned.ts';
import { runStudy } from '../../../src/studies/run-study.ts';
import { tabularData } from '../../../src/studies/tabular-data.ts';
import { conditionNamed, type Condition, type Study } from '../../../src/studies/study.ts';
import { expectSome } from '../../expect-some.ts';

/*
 * One seed of each baked study is trained again and compared with its file, which keeps six decimals. A network does not
 * depend on those that train beside it, so one condition of each is enough where a study can be had with fewer.
 */
let engine: Engine;
beforeAll(async () => {
  engine = await createNodeCpuEngine();
});
afterAll(() => engine.dispose());

const named = (conditions: readonly Condition[], ...names: string[]): Condition[] =>
  names.map((name) => conditionNamed(conditions, name));

async function expectSlice(file: unknown, study: Study<string>): Promise<void> {
  const { seeds, conditions } = file as {
    seeds: number[];
    conditions: { condition: string; measures: Record<string, { last: { values: number[] } }> }[];
  };
  const [seed = 0] = seeds;
  // Only the end is compared, so nothing is measured on the way.
  const results = await runStudy(engine, { ...study, measureEvery: study.steps }, [seed]);
  for (const { trial, curve } of expectSome(results, 'networks')) {
    const baked = conditions.find(({ condition }) => condition === trial.condition.name);
    // A file may keep fewer measures than a study takes.
    for (const [name, { last }] of expectSome(Object.entries(baked?.measures ?? {}), 'measures'))
      expect(curve.at(-1)?.measures[name], `${trial.condition.name}, ${name}`).toBeCloseTo(last.values[0] as number, 5);
  }
}

test('alpha sweep: the first seed of α = 0.2 gives what is kept', async () => {
  await expectSlice(alphaSweepFile, alphaSweep(await readDigits(), {}, named(alphaSweepConditions, 'mixup-0_2')));
}, 60_000);

test('GANs: the first seed of mixup in the paper’s game gives what is kept', async () => {
  const games = await openNodeGames(1);
  const { curve } = await playGame(games, ganCondition('ring', 'minimax', 'mixup'), 1);
  games.dispose();
  const baked = ganFile.conditions.find(({ condition }) => condition === 'minimax-mixup');
  for (const [name, value] of expectSome(Object.entries(curve.at(-1)?.measures ?? {}), 'measures'))
    expect(value, name).toBeCloseTo(baked?.measures[name as 'near'].last.values[0] as number, 5);
}, 60_000);

test('GANs of the paper’s size: the curves begin with the mean that all seeds of mixup have after 25 iterations', async () => {
  const games = await openNodeGames(2);
  const condition = ganCondition('ring', 'minimax', 'mixup', { size: '3x512' });
  const ways = await Promise.all(ganPaperSizeFile.seeds.map((seed) => playGame(games, condition, seed, 25)));
  games.dispose();
  const baked = ganPaperSizeFile.conditions.find((one) => one.condition === condition.name);
  expect(ganPaperSizeFile.steps[0]).toBe(25);
  for (const name of gameMeasures) {
    const values = ways.map(({ curve }) => curve[0]?.measures[name] ?? NaN);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean, name).toBeCloseTo(baked?.measures[name].curve.mean[0] as number, 5);
  }
}, 300_000);

test('between examples: the first seed gives what is kept', async () => {
  await expectSlice(betweenFile, betweenExamples(await readDigits()));
}, 60_000);

test('calibration: the first seed of mixup gives what is kept', async () => {
  const conditions = named(calibrationConditions, 'mixup');
  await expectSlice(calibrationFile, calibration(await readDigits(), undefined, conditions));
}, 60_000);

test('corrupted labels: the first seed of mixup with dropout at 50 % gives what is kept', async () => {
  const conditions = corruptedConditions([0.5], ['mixup-and-dropout']);
  await expectSlice(corruptedFile, corruptedLabels(await readDigits(), conditions));
}, 60_000);

test('error under attack: the first seed gives what is kept', async () => {
  await expectSlice(attackFile, errorUnderAttack(await readDigits()));
}, 60_000);

test('margins: the first seed gives what is kept', async () => {
  await expectSlice(marginsFile, margins(await readDigits()));
}, 60_000);

test('problems in the plane: the first seed of spirals gives what is kept', async () => {
  await expectSlice(planeFile, winsAndLosses(1, ['spirals']));
}, 60_000);

test('learning curves: the first seed gives what is kept', async () => {
  await expectSlice(learningFile, learningCurves(await readDigits()));
}, 60_000);

test('clothes: the first seed of one condition of each study gives what is kept', async () => {
  const clothes = studiedClothes(await readFashionMnist());
  const length = lengthOn('clothes');
  const on = (conditions: readonly Condition[]) => conditionsOn('clothes', conditions);
  await expectSlice(alphaClothesFile, alphaSweep(clothes, length, on(named(alphaSweepConditions, 'mixup-0_2'))));
  await expectSlice(learningClothesFile, learningCurves(clothes, length, on(named(learningCurvesConditions(), 'erm'))));
  const corrupted = conditionsOn('clothes', corruptedConditions([0.5], ['mixup-and-dropout']));
  await expectSlice(corruptedClothesFile, corruptedLabels(clothes, corrupted, length));
  await expectSlice(betweenClothesFile, betweenExamples(clothes, length, on(named(betweenConditions(), 'mixup'))));
}, 60_000);

test('memorized digits: the digits kept are those drawn again, with the errors that the study on corrupted labels has', async () => {
  const { settings, seeds, methods, digits } = memorizedFile;
  for (const method of methods) {
    const errors = digits.filter(({ label, answers }) => answers[method as keyof typeof answers] !== label).length;
    const study = corruptedFile.conditions.find(({ condition }) => condition === `${method} 50`);
    expect(errors / digits.length, method).toBeCloseTo(study?.measures.errorOnCorrupted.last.values[0] as number, 5);
  }
  const [seed = 0] = seeds;
  const again = await memorizedDigits(engine, await readDigits(), settings.share, seed, {
    steps: 10,
    measureEvery: 10,
  });
  expect(again.digits.map(({ row, shows, label }) => [row, shows, label])).toEqual(
    digits.map(({ row, shows, label }) => [row, shows, label]),
  );
  // After ten steps nothing is memorized: a network without favorites would repeat one label in ten.
  const repeated = again.digits.filter(({ label, answers }) => answers.erm === label).length;
  expect(repeated / again.digits.length).toBeLessThan(0.25);
}, 60_000);

test('side by side: the run of the first picture ends with the weights that are kept, to the bit', async () => {
  const { picture } = sideBySideFile;
  const training = await engine.prepare(makeExperiment({ ...presets[0].settings, seed: picture.seed }).ensemble);
  await training.train(picture.step);
  const { parameters } = await training.snapshot();
  training.dispose();
  expect(jointFingerprint(memberFingerprints(parameters, 2))).toBe(picture.fingerprint);
  expect(Array.from(parameters, (value) => Number(value.toPrecision(6)))).toEqual(picture.parameters);
}, 60_000);

test('asked and learned: the first seed of spirals at α = 1 gives what is kept', async () => {
  const experiment = askedExperiment({ problem: 'spirals', alpha: 1, seed: askedFile.seeds[0] as number });
  const training = await engine.prepare(experiment.ensemble);
  await training.train(askedProtocol.steps);
  const learned = readLearned(experiment, await training.evaluate(experiment.points));
  training.dispose();
  const { errors, distances, shared } = compareWithAsked(experiment, learned, usualWidth);
  const { erm, 'alpha-1': kept } = askedFile.results.spirals;
  expect(100 * errors.erm).toBeCloseTo(erm.error.values[0] as number, 5);
  expect(100 * errors.asked).toBeCloseTo(kept.asked.error.values[0] as number, 5);
  expect(100 * errors.mixup).toBeCloseTo(kept.mixup.error.values[0] as number, 5);
  expect(100 * distances.mixup).toBeCloseTo(kept.mixup.distance.values[0] as number, 5);
  expect(100 * shared.asked).toBeCloseTo(kept.mixup.sharedWithAsked.values[0] as number, 5);
}, 60_000);

test('tabular data: the first split of Iris gives what is kept', async () => {
  await expectSlice(irisFile, tabularData(await readTable('iris'), { name: 'iris', alpha: 1 }));
}, 60_000);

test('capacity sweep: the first seed of the narrowest networks gives what is kept', async () => {
  await expectSlice(
    capacityFile,
    capacitySweep(
      await readDigits(),
      {},
      capacitySweepConditions.filter(({ hidden }) => hidden === 4),
    ),
  );
}, 60_000);

test.each([
  ['anew', speakersFile],
  ['historical', historicalFile],
] as const)(
  'new speakers: the first seed of the narrowest networks gives what is kept, split %s',
  async (draw, file) => {
    const narrowest = newSpeakersConditions(draw).filter(({ hidden }) => hidden === 4);
    await expectSlice(file, newSpeakers(await readVowels(), draw, undefined, narrowest));
  },
  60_000,
);

test.each([
  ['inputs mixed', ablationFile, 'inputs'],
  ['the fifth hidden layer mixed, with the strong decay,', strongDecayFile, 'strong deep-hidden-5'],
] as const)(
  'ablation: the first seed of %s gives what is kept',
  async (_, file, name) => {
    await expectSlice(file, ablation(await readDigits(), {}, named(ablationConditions, name)));
  },
  60_000,
);

test('mixing choices: the first seed of a weight for each example gives what is kept', async () => {
  const conditions = named(mixingChoicesConditions, 'per-example');
  await expectSlice(choicesFile, mixingChoices(await readDigits(), {}, conditions));
}, 60_000);

test('networks on clothes: the first seed of small convolutions with mixup gives what is kept', async () => {
  const conditions = named(denseOrConvolutionalConditions, 'mixup-convolutions-8');
  await expectSlice(networksFile, denseOrConvolutional(await readFullSizeFashion(), {}, conditions));
}, 60_000);

test('mixup or CutMix: the first seed of patches in half of the batches gives what is kept', async () => {
  const conditions = mixupOrCutmixConditions.filter(({ name }) => name === 'cutmix-half');
  await expectSlice(joiningFile, mixupOrCutmix(await readFullSizeFashion(), {}, conditions));
}, 60_000);

test('number of examples: the first seed with 100 digits gives what is kept', async () => {
  await expectSlice(numberFile, numberOfExamples(await readDigits(), [100]));
}, 60_000);

test('training accuracies: the first seed gives what is kept', async () => {
  await expectSlice(blendFile, blendAccuracy(await readDigits()));
}, 60_000);

test('small network: the weights of one seed are those that are kept', async () => {
  const [{ seed, parameters }] = smallFile.networks as [(typeof smallFile.networks)[number]];
  const training = await engine.prepare(smallNetworkEnsemble(seed));
  await training.train(smallNetworkProtocol.keptSteps.at(-1) ?? 0);
  const trained = (await training.snapshot()).parameters;
  training.dispose();
  const kept = openParameters(parameters.at(-1) as string);
  for (const [k, value] of expectSome([...kept], 'weights').entries()) expect(trained[k]).toBeCloseTo(value, 2.9);
});
