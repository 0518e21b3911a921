import { corruptedMethodNames } from '../../src/studies/corrupted-labels.ts';
import { memorizedDigits } from '../../src/studies/memorized-digits.ts';
import type { Experiment } from './experiment.ts';
import { fingerprintField } from './fingerprint-field.ts';
import { readDigits } from '../../src/data/digits/read-digits.ts';

/** What is looked at: one seed of the experiment `corrupted-labels`, half of the labels redrawn. */
const share = 0.5;
const seed = 1;

export default {
  name: 'memorized-digits',
  summary: 'every training digit with a wrong label, and what each method answers (one seed of corrupted-labels)',
  run: async (engine) => {
    const { digits, fingerprints } = await memorizedDigits(engine, await readDigits(), share, seed);
    return {
      settings: { data: 'digits.csv, pixels / 16', experiment: 'corrupted-labels', share },
      seeds: [seed],
      ...fingerprintField(fingerprints),
      methods: corruptedMethodNames,
      digits: digits.map(({ row, shows, label, answers }) => ({ row, shows, label, answers: { ...answers } })),
    };
  },
} satisfies Experiment;
