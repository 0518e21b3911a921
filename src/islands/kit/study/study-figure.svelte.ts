import type { ParameterTable, ValuesOf } from '../../../parameters/parameter.ts';
import { defaultsOf } from '../../../parameters/parameter.ts';
import type { Study } from '../../../studies/study.ts';
import { tableFormat } from '../demo/address-format.ts';
import { connectAddress, type FigureAddress } from '../demo/figure-address.svelte.ts';
import { StudyRun } from './study-run.svelte.ts';

/** A figure that runs a study: what the reader asks for, what was run, and the page's address. */
export interface StudyFigure<T extends ParameterTable, Name extends string> {
  readonly run: StudyRun<Name>;
  readonly address: FigureAddress;
  /** What the reader asks for; it is used by the next run. */
  readonly settings: ValuesOf<T>;
  /** The settings of the run; before any, those of what was computed in advance. */
  readonly trained: ValuesOf<T>;
  readonly change: (changes: Partial<ValuesOf<T>>) => void;
  readonly start: () => void;
  /** Gets the engine ready for what the reader asks for, before it is asked to be run. */
  readonly getReady: () => void;
}

/** Which settings start a run when an address or words in the text change them. */
interface Starting<T extends ParameterTable> {
  /** Settings without which an address starts no run, and which a run sets; a run that was started goes on. */
  readonly startedBy?: Partial<ValuesOf<T>> | undefined;
  /** Settings of what is seen: words that change one of them, such as a scene's, start no run. */
  readonly looks?: readonly (keyof T)[];
  /** A setting whose choices are shown apart: to change nothing but it starts no run. */
  readonly apart?: keyof T | undefined;
}

/**
 * Sets up a figure that runs a study over the seeds 1 to `settings.seeds`. An address that names settings, and words in
 * the text, start a run with them; it ends with the component. To be called while the component is set up.
 *
 * @param study loads what the study of some settings needs, such as its data
 */
export function connectStudy<T extends ParameterTable, Name extends string>(
  id: string,
  parameters: T,
  study: (settings: ValuesOf<T>) => Promise<Study<Name>>,
  { startedBy, looks = [], apart }: Starting<T> = {},
): StudyFigure<T, Name> {
  const defaults = defaultsOf(parameters);
  let settings = $state.raw(defaults);
  let trained = $state.raw(defaults);
  const run = new StudyRun<Name>(() => study(trained));
  const change = (changes: Partial<ValuesOf<T>>): void => {
    settings = { ...settings, ...changes };
    address.forget();
  };
  const start = (): void => {
    if (startedBy) change(startedBy);
    trained = settings;
    void run.start(Array.from({ length: Number(settings['seeds']) }, (_, n) => n + 1));
  };
  const address = connectAddress(
    id,
    tableFormat(id, parameters),
    () => settings,
    (asked) => {
      const changed = differing(settings, asked);
      const isLook = looks.length > 0 && (changed.length === 0 || changed.some((name) => looks.includes(name)));
      const isChoice = changed.length > 0 && changed.every((name) => name === apart);
      settings = asked;
      if (isLook || isChoice) return;
      if (!startedBy || (run.state === 'idle' && holds(asked, startedBy))) start();
    },
  );
  return {
    run,
    address,
    get settings() {
      return settings;
    },
    get trained() {
      return trained;
    },
    change,
    start,
    getReady: () => void run.getReady(() => study(settings)),
  };
}

/** The settings in which two differ. */
function differing<T extends ParameterTable>(one: ValuesOf<T>, other: ValuesOf<T>): (keyof T)[] {
  return (Object.keys(one) as (keyof T)[]).filter((name) => one[name] !== other[name]);
}

/** Whether settings are as others say, where these say something. */
function holds<T extends ParameterTable>(settings: ValuesOf<T>, wanted: Partial<ValuesOf<T>>): boolean {
  return Object.entries(wanted).every(([name, value]) => settings[name] === value);
}
