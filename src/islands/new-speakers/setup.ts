import { fetchVowels } from '../../data/vowels/vowels.ts';
import {
  newSpeakers,
  newSpeakersConditions,
  speakerMeasures,
  type SpeakerCondition,
  type SpeakerMeasure,
} from '../../studies/new-speakers.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { shownMeasures, speakerResults, speakersFinding } from './finding.ts';
import { newSpeakersParameters } from './parameters.ts';

const drawn = { anew: 'speakers drawn anew', historical: 'the historical split' } as const;

/** Fig. 4 of the paper asked of people whom the networks never heard, as a figure. */
export const newSpeakersSetup: RerunSetup<typeof newSpeakersParameters, SpeakerMeasure, SpeakerCondition> = {
  parameters: newSpeakersParameters,
  selecting: ['alpha'],
  looks: ['shows'],
  apart: 'speakers',
  docked: ['shows'],
  presets: [
    { name: '1,500 steps', set: { steps: '1500' } },
    { name: 'A short training', set: { steps: '300' } },
    { name: 'Twice as long', set: { steps: '3000' } },
  ],
  measures: speakerMeasures,
  study: async ({ speakers, steps }) => newSpeakers(await fetchVowels(), speakers, Number(steps)),
  conditions: [...newSpeakersConditions('anew'), ...newSpeakersConditions('historical')],
  look: ({ policy, hidden, data }) => ({
    ...(policy.labelSmoothing > 0
      ? { label: 'label smoothing', method: 'other' }
      : ermOrMixup(policy, `mixup, α = ${policy.alpha}`)),
    group: `${hidden} units, ${drawn[data]}`,
  }),
  columns: Object.values(shownMeasures),
  title: 'Errors, loss and calibration on new speakers for networks of six widths, means over seeds',
  finding: (summaries, settings) => speakersFinding(speakerResults(summaries, settings), settings),
  scope: ({ speakers, alpha }) =>
    `${drawn[speakers]}, ${alpha === 'smoothing' ? 'label smoothing' : `α\u00A0=\u00A0${alpha}`}`,
  results: {
    beside: 'speech',
    title: 'Here: vowels of people whom the network never heard',
    files: ['new-speakers', 'new-speakers-historical'],
  },
};
