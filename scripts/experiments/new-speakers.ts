import { readVowels } from '../../src/data/vowels/read-vowels.ts';
import { newSpeakers, speakerMeasures, type SpeakerDraw } from '../../src/studies/new-speakers.ts';
import type { Experiment } from './experiment.ts';
import { studyExperiment } from './study-experiment.ts';

function speakersExperiment(name: string, draw: SpeakerDraw, drawn: string): Experiment {
  return studyExperiment({
    name,
    summary: `errors, loss and calibration on new speakers for small and large networks (Fig. 4 of the paper), ${drawn}`,
    data: `vowels.csv, ${drawn}, measures standardized on the recordings trained on`,
    measures: speakerMeasures,
    seeds: Array.from({ length: 16 }, (_, n) => n + 1),
    study: async () => newSpeakers(await readVowels(), draw),
  });
}

/** Apart, so that each has a fingerprint that a run on a reader's device can have as well. */
export default [
  speakersExperiment('new-speakers', 'anew', 'eight of 15 speakers drawn by each seed to train on'),
  speakersExperiment('new-speakers-historical', 'historical', 'the first eight of 15 speakers to train on'),
];
