import type { Member } from '../../src/core/training/ensemble.ts';
import { bakeStudy } from '../../src/studies/baked-study.ts';
import { runStudy } from '../../src/studies/run-study.ts';
import { namesOf, type Study, type Trial } from '../../src/studies/study.ts';
import { summarizeStudy, type Summarize } from '../../src/studies/summarize-study.ts';
import type { Experiment, Json } from './experiment.ts';
import { fingerprintField } from './fingerprint-field.ts';

interface StudyToBake<Name extends string> {
  readonly name: string;
  readonly summary: string;
  /** Which data, and how they were prepared, in words. */
  readonly data: string;
  readonly measures: readonly Name[];
  readonly seeds: readonly number[];
  readonly study: () => Promise<Study<Name>>;
  readonly summarize?: Summarize<Name>;
}

/** An experiment that runs a study and writes its summary, with the settings that its ensembles really had. */
export function studyExperiment<Name extends string>(bake: StudyToBake<Name>): Experiment {
  const { name, summary, data, measures, seeds, summarize = summarizeStudy } = bake;
  return {
    name,
    summary,
    run: async (engine, report) => {
      const study = await bake.study();
      lookAtNames(namesOf(study.conditions));
      const results = await runStudy(engine, study, seeds, {
        keepHits: true,
        onMeasure: ({ done }) => report(`${Math.round(100 * done)} %`),
      });
      const summaries = summarize(namesOf(study.conditions), measures, results);
      return {
        settings: { data, ...settingsOf(study) },
        ...fingerprintField(results.map((one) => one.fingerprint)),
        ...toJson(bakeStudy(study, seeds, summaries, results)),
      };
    },
  };
}

/**
 * Refuses names of conditions that no text could ask for: keys of a number have full stops between them.
 *
 * @throws RangeError before anything is trained
 */
export function lookAtNames(names: readonly string[]): void {
  const dotted = names.find((name) => name.includes('.'));
  if (dotted === undefined) return;
  throw new RangeError(
    `The condition "${dotted}": expected a name without a full stop, because <Result of="…"> parts its keys by them. Write it otherwise, such as "${dotted.replaceAll('.', '')}".`,
  );
}

/** The settings of a study, read off the ensembles of one seed. What all members share is written once. */
export function settingsOf(study: Study<string>): Record<string, Json> {
  const parts = study.parts([0]).map(({ trials, ensemble }) => {
    const byCondition = <Setting>(of: (member: Member) => Setting): Setting | Record<string, Setting> => {
      const settings = ensemble.members.map(of);
      const isShared = new Set(settings.map((setting) => JSON.stringify(setting))).size === 1;
      if (isShared) return settings[0] as Setting;
      return Object.fromEntries(trials.map(({ condition }, m) => [condition.name, settings[m] as Setting]));
    };
    return {
      network: ensemble.network,
      optimizer: byCondition(({ optimizer }) => optimizer),
      batch: ensemble.batch,
      trainingRows: byCondition(({ rows }) => rows.length),
      policies: Object.fromEntries(trials.map(({ condition }) => [condition.name, condition.policy])),
      ...byName('redrawn', trials),
      ...byName('classShares', trials),
    };
  });
  const { steps, measureEvery } = study;
  return { steps, measureEvery, parts: toJson(parts) };
}

/** What conditions say of their training rows, by their names; nothing where none of them says it. */
function byName(field: 'redrawn' | 'classShares', trials: readonly Trial[]): Record<string, unknown> {
  const said = trials.flatMap(({ condition }) =>
    condition[field] === undefined ? [] : [[condition.name, condition[field]] as const],
  );
  return said.length > 0 ? { [field]: Object.fromEntries(said) } : {};
}

/** Plain data as JSON sees it. */
export function toJson(data: unknown): Record<string, Json> {
  return JSON.parse(JSON.stringify(data)) as Record<string, Json>;
}
