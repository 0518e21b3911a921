import { readDigits } from '../../src/data/digits/read-digits.ts';
import { atEach, methods, readCalibration, readGroups } from '../../src/islands/calibration/read-calibration.ts';
import { bakeStudy } from '../../src/studies/baked-study.ts';
import { calibration, calibrationMeasures, calibrationSummary } from '../../src/studies/calibration.ts';
import { runStudy } from '../../src/studies/run-study.ts';
import { namesOf } from '../../src/studies/study.ts';
import { summarizeStudy } from '../../src/studies/summarize-study.ts';
import type { Experiment } from './experiment.ts';
import { fingerprintField } from './fingerprint-field.ts';
import { settingsOf, toJson } from './study-experiment.ts';

const seeds = Array.from({ length: 16 }, (_, n) => n + 1);

/** What is measured at each temperature is kept as the figure draws it, without the seeds' values, which would fill megabytes. */
export default {
  name: 'calibration',
  summary: 'how sure networks are on digits and how often right, before and after one temperature',
  run: async (engine, report) => {
    const study = calibration(await readDigits());
    const results = await runStudy(engine, study, seeds, {
      keepHits: true,
      onMeasure: ({ done }) => report(`${Math.round(100 * done)} %`),
    });
    const kept = summarizeStudy(namesOf(study.conditions), calibrationSummary, results);
    const curves = readCalibration(summarizeStudy(namesOf(study.conditions), calibrationMeasures, results));
    const groups = methods.map(({ condition }) => atEach((shown) => readGroups(results, condition, shown)));
    return {
      settings: {
        data: 'digits.csv, pixels / 16; the temperature is fitted on the digits neither trained nor tested on',
        ...settingsOf(study),
      },
      ...fingerprintField(results.map((one) => one.fingerprint)),
      ...toJson(bakeStudy(study, seeds, kept, results)),
      picture: toJson({ ...curves, groups }),
    };
  },
} satisfies Experiment;
