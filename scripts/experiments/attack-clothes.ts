import { packLevels, toGrayLevels, unpackLevels } from '../../src/core/data/pictures.ts';
import { errorRate } from '../../src/core/statistics/classification.ts';
import { allRows, type Ensemble } from '../../src/core/training/ensemble.ts';
import { forward, logSoftmax } from '../../src/core/training/forward.ts';
import type { Network } from '../../src/core/training/network.ts';
import { adam } from '../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../src/core/training/policy.ts';
import { readSourcePictures } from '../../src/data/source-pictures.ts';
import type { AttackedNetwork } from '../../src/studies/attack-networks.ts';
import {
  attackPicturesProtocol,
  packParameters,
  packPixels,
  unpackParameters,
} from '../../src/studies/attack-pictures.ts';
import { attackAlphas } from '../../src/studies/error-under-attack.ts';
import { picturesProtocol } from '../../src/studies/between-pictures.ts';
import type { Experiment } from './experiment.ts';
import { fingerprintField, fingerprintsOf } from './fingerprint-field.ts';

const seed = 1;
/** The other ERM network starts from weights of its own and sees the pictures in another order. */
const otherSeed = 1_000_001;
/** Pictures of each class to choose from. */
const samples = 6;

const names: readonly AttackedNetwork[] = ['erm', 'mixup', 'other-erm'];

/** Networks that name clothes at their full size, for readers to attack, and pictures that none of them was trained on. */
const attackClothes: Experiment = {
  name: 'attack-clothes',
  summary: 'networks trained on pictures of clothes of 28 x 28 pixels, and unseen pictures, to attack them one by one',
  run: async (engine, report) => {
    const { pictures, labels, side, classes } = await readSourcePictures('fashion-mnist');
    const { trainingRows, hidden, steps } = attackPicturesProtocol;
    const levels = pictures.map((pixels) => toGrayLevels(pixels));
    const width = side * side;
    const inputs = new Float32Array(pictures.length * width);
    levels.forEach((each, row) => inputs.set(unpackLevels(packLevels(each)), row * width));
    const network: Network = { sizes: [width, hidden, hidden, classes], activation: 'relu' };
    const { batch, optimizer } = picturesProtocol;
    const rows = allRows(trainingRows);
    const ensemble: Ensemble = {
      network,
      inputs,
      members: names.map((name) => ({
        seed: name === 'other-erm' ? otherSeed : seed,
        policy: name === 'mixup' ? mixupPolicy(attackAlphas.weak) : ermPolicy,
        optimizer: adam(optimizer.learningRate),
        labels,
        rows,
      })),
      batch,
    };
    const training = await engine.prepare(ensemble);
    await training.train(steps);
    const { parameters } = await training.snapshot();
    const ends = fingerprintField(await fingerprintsOf(training));
    training.dispose();
    report('trained');

    const size = parameters.length / names.length;
    const packed = names.map((_, m) => packParameters(network, parameters.subarray(m * size, (m + 1) * size)));
    // What readers attack are the rounded networks, so it is their errors that are told.
    const unseen = labels.subarray(trainingRows);
    const errors = packed.map((one) => {
      const points = Float64Array.from(inputs.subarray(trainingRows * width));
      const logits = forward(network, unpackParameters(network, one), points, unseen.length).at(-1) as Float64Array;
      return errorRate(logSoftmax(logits, classes), unseen, classes);
    });
    const chosen = Array.from({ length: classes }, (_, label) =>
      Array.from(labels.keys())
        .filter((row) => row >= trainingRows && labels[row] === label)
        .slice(0, samples),
    ).flat();
    return {
      seed,
      settings: {
        data: 'fashion-mnist, 28 x 28 pixels of 16 grays',
        trainingRows,
        hidden,
        steps,
        batch,
        alpha: attackAlphas.weak,
      },
      ...ends,
      network: { sizes: [...network.sizes], activation: network.activation },
      parameters: Object.fromEntries(names.map((name, m) => [name, { ...(packed[m] as (typeof packed)[number]) }])),
      errors: Object.fromEntries(names.map((name, m) => [name, errors[m] as number])),
      samples,
      pixels: packPixels(Uint8Array.from(chosen.flatMap((row) => Array.from(levels[row] as Uint8Array)))),
    };
  },
};

export default attackClothes;
