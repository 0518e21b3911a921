import { errorUnderAttack, rowsToAttack } from '../../src/studies/error-under-attack.ts';
import { packIntegers } from '../../src/studies/attack-networks.ts';
import { memberFingerprints } from '../../src/core/training/fingerprint.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';
import type { Experiment } from './experiment.ts';
import { fingerprintField } from './fingerprint-field.ts';

const seed = 1;
/** Images of each digit to choose from. */
const samples = 6;
/** Weights are kept to 1 / 4,096; they stay below 8. */
const scale = 4096;

/** The networks of one seed of `error-under-attack`, for readers to attack, and digits that none of them was trained on. */
const attackNetworks: Experiment = {
  name: 'attack-networks',
  summary: 'trained networks of one seed of "error-under-attack" and unseen digits, to attack them one by one',
  run: async (engine, report) => {
    const digits = await readDigits();
    const study = errorUnderAttack(digits);
    const [part] = study.parts([seed]);
    if (!part) throw new Error('error-under-attack: expected a part for each seed.');
    const training = await engine.prepare(part.ensemble);
    await training.train(study.steps);
    const { parameters } = await training.snapshot();
    const fingerprints = memberFingerprints(parameters, part.trials.length);
    training.dispose();
    report('trained');
    const size = parameters.length / part.trials.length;
    const packed = part.trials.map(({ condition }, m) => [
      condition.name,
      packIntegers(parameters.slice(m * size, (m + 1) * size).map((weight) => Math.round(weight * scale))),
    ]);
    const rows = Array.from(rowsToAttack(digits, seed));
    const chosen = Array.from({ length: digits.classes }, (_, digit) =>
      rows.filter((row) => digits.labels[row] === digit).slice(0, samples),
    ).flat();
    const pixels = chosen.flatMap((row) =>
      Array.from(digits.inputs.subarray(row * digits.width, (row + 1) * digits.width), (ink) => ink * 16),
    );
    const { sizes, activation } = part.ensemble.network;
    return {
      seed,
      steps: study.steps,
      ...fingerprintField(fingerprints),
      network: { sizes, activation },
      scale,
      parameters: Object.fromEntries(packed) as Record<string, string>,
      samples,
      pixels: packIntegers(pixels),
    };
  },
};

export default attackNetworks;
