import { corruptedMethodNames } from '../../src/studies/corrupted-labels.ts';
import { memorizedDigits } from '../../src/studies/memorized-digits.ts';
import { lengthOn, type StudiedPictures } from '../../src/studies/studied-pictures.ts';
import type { Experiment } from './experiment.ts';
import { fingerprintField } from './fingerprint-field.ts';
import { pictureSets } from './pictures-experiments.ts';

/** What is looked at: one seed of the experiment `corrupted-labels`, half of the labels redrawn. */
const share = 0.5;
const seed = 1;

const memorized = (name: string, pictures: StudiedPictures): Experiment => ({
  name,
  summary: `every training picture with a wrong label, and what each method answers (one seed of corrupted-labels), on ${pictures}`,
  run: async (engine) => {
    const { data, read } = pictureSets[pictures];
    const { digits, fingerprints } = await memorizedDigits(engine, await read(), share, seed, lengthOn(pictures));
    return {
      settings: { data, experiment: 'corrupted-labels', share },
      seeds: [seed],
      ...fingerprintField(fingerprints),
      methods: corruptedMethodNames,
      digits: digits.map(({ row, shows, label, answers }) => ({ row, shows, label, answers: { ...answers } })),
    };
  },
});

export default [memorized('memorized-digits', 'digits'), memorized('memorized-clothes', 'clothes')];
