import { digitsRunPresets } from '../kit/rerun/digits-run.ts';
import { ablation, ablationConditions, ablationDecays, type AblationCondition } from '../../studies/ablation.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import type { Condition } from '../../studies/study.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { ablationFinding, ablationRows } from './finding.ts';
import { lookOf } from './looks.ts';
import { ablationParameters } from './parameters.ts';
import { fetchDigitTable } from '../../data/digits/digits.ts';

const unmixed = ablationConditions.filter(({ variant }) => variant === 'erm' || variant === 'deep-erm');

/** What a condition is compared with: ERM of as many layers and with the same weight decay. */
function baselineOf({ name, hiddenLayers, weightDecay }: Condition): string | undefined {
  const erm = unmixed.find((one) => one.hiddenLayers === hiddenLayers && one.weightDecay === weightDecay);
  return erm?.name === name ? undefined : erm?.name;
}

/** The variants of mixup as a figure. */
export const ablationSetup: RerunSetup<typeof ablationParameters, DigitsMeasure, AblationCondition> = {
  parameters: ablationParameters,
  looks: ['shows', 'decay'],
  docked: ['shows', 'decay'],
  presets: digitsRunPresets,
  measures: digitsMeasures,
  study: async (settings) => ablation(await fetchDigitTable(), digitsLength(settings)),
  conditions: ablationConditions,
  shows: (condition, { decay }) => condition.decay === decay,
  look: lookOf,
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 2 },
    {
      measure: 'testError',
      title: 'minus ERM, points',
      scale: 100,
      decimals: 2,
      domain: [-3, 3],
      against: baselineOf,
    },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 3 },
  ],
  title: 'Errors and loss on digits of the variants of mixup, means over seeds',
  finding: (summaries, settings) => ablationFinding(ablationRows(summaries, settings), settings.shows),
  scope: ({ decay }) => `α\u00A0=\u00A01, weight decay ${ablationDecays[decay]}`,
  results: { beside: 'ablation', title: 'Here: the variants on digits', files: ['ablation', 'ablation-strong-decay'] },
};
