import { confidenceGaps } from '../../islands/calibration/finding.ts';
import { bakedCalibration } from '../../islands/calibration/baked-calibration.ts';
import { methods } from '../../islands/calibration/read-calibration.ts';
import { writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

const experiment = 'calibration';
const percent = { experiment, scale: 100, unit: '%' } as const;
const gap =
  confidenceGaps(bakedCalibration().groups.map((at) => at[1]))[
    methods.findIndex(({ condition }) => condition === 'mixup')
  ] ?? 0;

/** What the article on calibration asks. */
export default [
  {
    id: 'mixup-too-modest',
    figure: experiment,
    question: `Trained with mixup, α = 1, networks get ${writtenResult({ ...percent, of: 'mixup.testError.last' })} of the test digits wrong. Are they as sure as they should be?`,
    asks: {
      kind: 'choice',
      options: [
        { value: 'modest', name: 'not sure enough' },
        { value: 'right', name: 'about right' },
        { value: 'sure', name: 'too sure' },
      ],
      came: Math.abs(gap) < 2 ? 'right' : gap < 0 ? 'modest' : 'sure',
    },
    ours: `On average they claim ${writtenResult({ ...percent, of: 'mixup.confidence.last' })}. ERM claims ${writtenResult({ ...percent, of: 'erm.confidence.last' })}, and gets ${writtenResult({ ...percent, of: 'erm.testError.last' })} wrong.`,
  },
] satisfies readonly GuessDefinition[];
