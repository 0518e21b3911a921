import { winsAndLossesParameters } from './parameters.ts';
import {
  winsAndLossesConditions,
  planeMeasures,
  planeProblems,
  winsAndLosses,
  type PlaneCondition,
  type PlaneMeasure,
  type PlaneProblemName,
} from '../../studies/wins-and-losses.ts';
import { problemResults, winsAndLossesFinding } from './finding.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';

const titles = new Map<string, string>(winsAndLossesParameters.problem.choices.map(({ value, name }) => [value, name]));

/** ERM and mixup on five problems in the plane, as a figure. */
export const winsAndLossesSetup: RerunSetup<typeof winsAndLossesParameters, PlaneMeasure, PlaneCondition> = {
  parameters: winsAndLossesParameters,
  presets: [
    { name: 'Where it wins: wrong labels', set: { problem: 'noisy-moons', alpha: '1' } },
    { name: 'Where it loses: spirals', set: { problem: 'spirals', alpha: '1' } },
    { name: 'Spirals, hardly mixed', set: { problem: 'spirals', alpha: '0.1' } },
    { name: 'All five', set: { problem: 'all', alpha: '1' } },
  ],
  docked: ['problem'],
  looks: ['view'],
  // The others are not run, and stay as they were.
  selecting: ['problem'],
  measures: planeMeasures,
  study: ({ problem, alpha }) =>
    Promise.resolve(problem === 'all' ? winsAndLosses(alpha) : winsAndLosses(alpha, [problem])),
  conditions: (Object.keys(planeProblems) as PlaneProblemName[]).flatMap((problem) => winsAndLossesConditions(problem)),
  look: ({ data, policy }) => ({
    ...ermOrMixup(policy),
    group: titles.get(data) ?? data,
  }),
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 1 },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 2 },
  ],
  title: 'Test error and test loss of ERM and mixup on five problems in the plane',
  finding: (summaries) => winsAndLossesFinding(problemResults(summaries)),
  wide: true,
  results: { beside: 'plane', title: 'Five problems in the plane', files: ['wins-and-losses'] },
};
