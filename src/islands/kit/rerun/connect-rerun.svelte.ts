import { defaultsOf, type ValuesOf } from '../../../parameters/parameter.ts';
import { summarizeStudy, type ConditionSummary } from '../../../studies/summarize-study.ts';
import type { Repeats } from '../study/repeats.ts';
import { connectStudy, type StudyFigure } from '../study/study-figure.svelte.ts';
import type { Reading } from './reading.ts';
import type { RerunParameters, StudySetup } from './rerun-setup.ts';

/** What was computed in advance. */
export interface BakedReading<T extends RerunParameters, Drawn extends Reading> {
  /** The settings it was computed with; the others are the defaults. */
  readonly settings?: Partial<ValuesOf<T>>;
  readonly reading: Drawn;
}

/** A study as computed in advance and as run on the reader's device. */
export interface ConnectedRerun<
  T extends RerunParameters,
  Name extends string,
  Drawn extends Reading,
> extends StudyFigure<T, Name> {
  readonly parameters: T;
  readonly repeats: Repeats;
  /** What a run of the settings fetches first, where that is much. */
  readonly fetches: string | undefined;
  /** What is drawn: the run as soon as it can be, and what was computed in advance before that. */
  readonly shown: Drawn;
  /** The settings that this was computed with; the number of seeds is that asked for. */
  readonly shownSettings: ValuesOf<T>;
  /** Whether the run is what is drawn. */
  readonly isHere: boolean;
  /** What was computed in advance with the settings of the run, to be drawn pale behind it; nothing where it can't be compared. */
  readonly compared: Drawn | undefined;
  /** What was computed in advance and is drawn, alone or behind the run. */
  readonly inAdvance: { readonly settings: ValuesOf<T>; readonly reading: Drawn };
}

/**
 * Sets up a figure that shows a study as computed in advance and runs it again. To be called while the component is set up.
 *
 * @param read what the figure draws of a study's summary; nothing as long as there is not enough of it
 * @param baked what was computed in advance, that of the settings the figure starts from first
 */
export function connectRerun<T extends RerunParameters, Name extends string, Drawn extends Reading>(
  id: string,
  setup: StudySetup<T, Name>,
  read: (summaries: readonly ConditionSummary<Name>[]) => Drawn | undefined,
  baked: readonly [BakedReading<T, Drawn>, ...BakedReading<T, Drawn>[]],
): ConnectedRerun<T, Name, Drawn> {
  const {
    parameters,
    selecting = [],
    looks = [],
    apart,
    measures,
    repeats = 'seeds',
    summarize = summarizeStudy,
  } = setup;
  const figure = connectStudy(id, parameters, setup.study, { startedBy: setup.startedBy, looks, apart });
  const { run, address, change, start, getReady } = figure;
  const fetched = (): string | undefined => setup.fetches?.(figure.settings);
  const withDefaults = ({ settings, reading }: BakedReading<T, Drawn>) => ({
    settings: { ...defaultsOf(parameters), ...settings },
    reading,
  });
  const first = withDefaults(baked[0]);
  const all = baked.map(withDefaults);
  /** What was computed in advance can be compared with a run of the same settings, whatever its seeds and conditions. */
  const bakedWith = (settings: ValuesOf<T>) =>
    all.find((one) =>
      Object.entries(settings).every(
        ([name, value]) =>
          name === 'seeds' || selecting.includes(name) || looks.includes(name) || value === one.settings[name],
      ),
    );

  const isOfChoice = $derived(apart === undefined || figure.trained[apart] === figure.settings[apart]);
  const here = $derived(isOfChoice ? read(summarize(run.conditions, measures, run.results)) : undefined);
  const behind = $derived(here && bakedWith(figure.trained));
  const ofChoice = $derived(
    all.find(({ settings }) => apart !== undefined && settings[apart] === figure.settings[apart]) ?? first,
  );
  const inAdvance = $derived(behind ?? bakedWith(figure.settings) ?? ofChoice);
  return {
    run,
    address,
    change,
    start,
    getReady: () => {
      if (fetched() === undefined) getReady();
    },
    parameters,
    repeats,
    get fetches() {
      return fetched();
    },
    get settings() {
      return figure.settings;
    },
    get trained() {
      return figure.trained;
    },
    get shown() {
      return here ?? inAdvance.reading;
    },
    get shownSettings() {
      return here ? figure.trained : inAdvance.settings;
    },
    get isHere() {
      return here !== undefined;
    },
    get compared() {
      return behind?.reading;
    },
    get inAdvance() {
      return inAdvance;
    },
  };
}
