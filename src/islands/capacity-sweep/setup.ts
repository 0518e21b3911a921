import { digitsRunPresets } from '../kit/rerun/digits-run.ts';
import { capacitySweep, capacitySweepConditions } from '../../studies/capacity-sweep.ts';
import { digitsMeasures, digitsProtocol, type DigitsMeasure } from '../../studies/digits-study.ts';
import type { Condition } from '../../studies/study.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { capacityFinding, widthResults } from './finding.ts';
import { capacitySweepParameters } from './parameters.ts';
import { fetchDigitTable } from '../../data/digits/digits.ts';

/** The condition that mixup is compared with: ERM on a network of the same width. */
const baselineOf = ({ policy, hidden }: Condition): string | undefined =>
  policy.alpha === 0
    ? undefined
    : capacitySweepConditions.find((one) => one.policy.alpha === 0 && one.hidden === hidden)?.name;

/** The sweep over network widths as a figure. */
export const capacitySweepSetup: RerunSetup<typeof capacitySweepParameters, DigitsMeasure> = {
  parameters: capacitySweepParameters,
  selecting: ['alpha'],
  docked: ['alpha'],
  presets: digitsRunPresets,
  measures: digitsMeasures,
  study: async (settings) => capacitySweep(await fetchDigitTable(), digitsLength(settings)),
  conditions: capacitySweepConditions,
  look: ({ policy, hidden = digitsProtocol.hidden }) => ({
    ...ermOrMixup(policy, `mixup, α = ${policy.alpha}`),
    group: `${hidden} units in each hidden layer`,
  }),
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 2 },
    {
      measure: 'testError',
      title: 'change from ERM, %',
      scale: 100,
      decimals: 0,
      domain: [-50, 50],
      against: baselineOf,
      relative: true,
    },
    { measure: 'trainingError', title: 'training error, %', scale: 100, decimals: 2 },
  ],
  title: 'Errors on digits for networks of six widths with ERM and with mixup, means over seeds',
  finding: (summaries, { alpha }) => capacityFinding(widthResults(summaries, Number(alpha)), Number(alpha)),
  scope: ({ alpha }) => `α\u00A0=\u00A0${alpha}`,
  results: { beside: 'speech', title: 'Here: width of the network on digits', files: ['capacity-sweep'] },
};
