import { exp } from '../../src/core/elementary/exponential.ts';
import type { PictureSet } from '../../src/core/data/pictures.ts';
import { createRandom } from '../../src/core/random/random.ts';
import { errorRate } from '../../src/core/statistics/classification.ts';
import { readFashionMnist } from '../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { readMnist } from '../../src/data/mnist/read-mnist.ts';
import { readSourcePictures } from '../../src/data/source-pictures.ts';
import type { TrainingEnsemble } from '../../src/engine/engine.ts';
import { packPair } from '../../src/studies/stored-pictures.ts';
import {
  blendPairs,
  keptShares,
  pictureMethods,
  picturesEnsemble,
  picturesProtocol,
  type PictureMethod,
  type PicturePair,
} from '../../src/studies/between-pictures.ts';
import { answersHalfWay, choosePairs, drawPairs, isThird, type HalfWay } from './choose-pairs.ts';
import type { Experiment, Json, Report } from './experiment.ts';
import { fingerprintField, fingerprintsOf } from './fingerprint-field.ts';
import { againstBaseline, mostTypical, overSeeds } from './over-seeds.ts';

const seeds = Array.from({ length: 16 }, (_, n) => n + 1);
/** Pairs over which shares are counted, and pairs that readers can look at: as many chosen as by lot. */
const counted = 20_000;
const shown = 12;
/** Pairs evaluated at once. */
const portion = 5_000;

/** A data set whose pictures are blended. */
interface BlendedSet {
  /** Of the experiment. */
  readonly name: string;
  readonly summary: string;
  /** Its room in `src/data/`. */
  readonly room: string;
  readonly read: () => Promise<PictureSet>;
  /** Picture A of the chosen pair that comes first, by eye; where none is named, the rule's order holds. */
  readonly opener?: number;
}

const betweenPictures = (set: BlendedSet): Experiment => ({
  name: set.name,
  summary: set.summary,
  run: async (engine, report) => {
    const pictures = await set.read();
    const training = await engine.prepare(picturesEnsemble(pictures, seeds));
    const { steps } = picturesProtocol;
    for (let step = 0; step < steps; step += steps / 10) {
      await training.train(steps / 10);
      report(`${step + steps / 10} of ${steps} steps`);
    }
    const ends = fingerprintField(await fingerprintsOf(training));
    const result = { ...ends, ...(await look(training, set, pictures, report)) };
    training.dispose();
    return result;
  },
});

/** One experiment for each set, by the same protocol and the same rules. */
export default [
  betweenPictures({
    name: 'between-pictures',
    summary: 'what ERM and mixup say between two pictures of digits, over 16 seeds, and the pairs that open the site',
    room: 'mnist',
    read: readMnist,
  }),
  betweenPictures({
    name: 'between-clothes',
    summary: 'what ERM and mixup say between two pictures of clothes, over 16 seeds, and pairs to look at',
    room: 'fashion-mnist',
    read: readFashionMnist,
    opener: 4056,
  }),
];

async function look(
  training: TrainingEnsemble,
  { name, room, opener }: BlendedSet,
  pictures: PictureSet,
  report: Report,
) {
  const errors = await testErrors(training, pictures);
  const random = createRandom(name, 'pairs by lot');
  const byLot: HalfWay[] = [];
  while (byLot.length < counted)
    byLot.push(...(await answersHalfWay(training, pictures, drawPairs(pictures, testRows(pictures), portion, random))));
  report('looked half way between the pairs by lot');

  const shareOf = (member: number, counts: (pair: HalfWay, member: number) => boolean): number =>
    (100 * byLot.filter((pair) => counts(pair, member)).length) / byLot.length;
  const certain = (pair: HalfWay, member: number): boolean =>
    isThird(pair, member) && (pair.greatest[member] as number) > 0.9;
  const valuesOf = (method: PictureMethod, value: (member: number) => number): number[] =>
    seeds.map((_, s) => value(2 * s + pictureMethods.indexOf(method)));
  const measures = (method: PictureMethod) => ({
    error: valuesOf(method, (member) => 100 * (errors[member] as number)),
    third: valuesOf(method, (member) => shareOf(member, isThird)),
    certainThird: valuesOf(method, (member) => shareOf(member, certain)),
  });
  const erm = measures('erm');
  const mixup = measures('mixup');
  const typical = mostTypical(erm.third, mixup.third);

  const inOrder = await choosePairs(training, pictures, {
    rows: testRows(pictures),
    seed: typical,
    count: shown,
    portion,
    random: createRandom(name, 'pairs to choose from'),
  });
  report(`chose ${inOrder.length} pairs`);
  const chosen = inOrder.toSorted((one, other) => Number(other.a === opener) - Number(one.a === opener));
  const drawn = byLot.slice(0, shown);
  const { pictures: sources, side } = await readSourcePictures(room);
  const answers = await shownAnswers(training, pictures, [...chosen, ...drawn], typical);
  const stored = [...chosen, ...drawn].map((pair, n) =>
    packPair({
      ...pair,
      pixels: [pair.a, pair.b].map((row) => sources[row] as Uint8Array),
      labels: [pair.a, pair.b].map((row) => pictures.labels[row] as number),
      thirds: pictureMethods.map((_, m) => seeds.filter((_seed, s) => isThird(pair, 2 * s + m)).length),
      answers: answers[n] as Float32Array,
    }),
  );
  const over = (values: typeof erm): Json =>
    Object.fromEntries(Object.entries(values).map(([name, each]) => [name, overSeeds(each)]));
  return {
    settings: { ...settings(room, pictures), pairs: counted },
    seeds,
    shownSeed: seeds[typical] as number,
    results: {
      erm: over(erm),
      mixup: over(mixup),
      difference: { error: againstBaseline(erm.error, mixup.error), third: againstBaseline(erm.third, mixup.third) },
    },
    side,
    chosen: stored.slice(0, chosen.length),
    byLot: stored.slice(chosen.length),
  };
}

const settings = (room: string, pictures: PictureSet): Record<string, Json> => ({
  data: `${room}.bin, ${pictures.side} x ${pictures.side} pixels of 16 grays`,
  trainingRows: picturesProtocol.trainingRows,
  testRows: testRows(pictures).length,
  hidden: [picturesProtocol.hidden, picturesProtocol.hidden],
  alpha: picturesProtocol.alpha,
  optimizer: 'adam',
  learningRate: picturesProtocol.optimizer.learningRate,
  batch: picturesProtocol.batch,
  steps: picturesProtocol.steps,
});

const testRows = ({ labels }: PictureSet): number[] => Array.from(labels.keys()).slice(picturesProtocol.trainingRows);

async function testErrors(training: TrainingEnsemble, pictures: PictureSet): Promise<number[]> {
  const { trainingRows } = picturesProtocol;
  const logs = await training.evaluate(pictures.inputs.slice(trainingRows * pictures.width));
  const labels = pictures.labels.subarray(trainingRows);
  const size = labels.length * pictures.classes;
  return training.ensemble.members.map((_, m) =>
    errorRate(logs.subarray(m * size, (m + 1) * size), labels, pictures.classes),
  );
}

/** Probabilities that both networks of a seed give all along each pair: `[2, shares, classes]` for each. */
async function shownAnswers(
  training: TrainingEnsemble,
  pictures: PictureSet,
  pairs: readonly PicturePair[],
  seed: number,
): Promise<Float32Array[]> {
  const logs = await training.evaluate(blendPairs(pictures, pairs, keptShares));
  const size = keptShares.length * pictures.classes;
  return pairs.map((_, n) => {
    const own = pictureMethods.flatMap((_method, m) => {
      const start = ((2 * seed + m) * pairs.length + n) * size;
      return Array.from(logs.subarray(start, start + size), exp);
    });
    return Float32Array.from(own);
  });
}
