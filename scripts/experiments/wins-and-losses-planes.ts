import { nearestSeed, pictureGrid, picturePlane, wrongBlendShare } from '../../src/studies/plane-pictures.ts';
import { runStudy } from '../../src/studies/run-study.ts';
import { namesOf } from '../../src/studies/study.ts';
import { summarizeStudy } from '../../src/studies/summarize-study.ts';
import {
  planeMeasures,
  planeProblems,
  winsAndLosses,
  type PlaneProblemName,
} from '../../src/studies/wins-and-losses.ts';
import type { Experiment, Json } from './experiment.ts';
import { fingerprintField } from './fingerprint-field.ts';

const seeds = Array.from({ length: 16 }, (_, n) => n + 1);

export default {
  name: 'wins-and-losses-planes',
  summary: 'pictures of the five problems in the plane, and how many blends ask for the wrong class there',
  run: async (engine, report) => {
    const study = winsAndLosses();
    const results = await runStudy(engine, study, seeds, {
      onMeasure: ({ done }) => report(`${Math.round(100 * done)} %`),
    });
    const summaries = summarizeStudy(namesOf(study.conditions), planeMeasures, results);
    const shares: Record<string, Json> = {};
    const planes: Record<string, Json> = {};
    for (const problem of Object.keys(planeProblems) as PlaneProblemName[]) {
      const { mean, halfWidth } = wrongBlendShare(problem, seeds);
      shares[problem] = { wrongBlends: { mean: Number(mean.toFixed(4)), halfWidth: Number(halfWidth.toFixed(4)) } };
      const { seed, surfaces, crossings } = await picturePlane(engine, problem, nearestSeed(summaries, problem, seeds));
      planes[problem] = { seed, surfaces, crossings: JSON.parse(JSON.stringify(crossings, rounded)) as Json };
      report(`${problem} pictured`);
    }
    return {
      settings: { experiment: 'wins-and-losses', alpha: 1, grid: pictureGrid },
      seeds,
      ...fingerprintField(results.map((one) => one.fingerprint)),
      results: shares,
      planes,
    };
  },
} satisfies Experiment;

/** Thousandths are finer than a picture shows. */
const rounded = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toFixed(3)) : value);
