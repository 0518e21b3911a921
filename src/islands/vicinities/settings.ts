import type { DataSet } from '../../core/data/data-set.ts';
import { moons } from '../../core/data/moons.ts';
import type { Vicinity } from '../../core/data/vicinity.ts';
import { defaultsOf, type ValuesOf } from '../../parameters/parameter.ts';
import { vicinitiesParameters } from './parameters.ts';

export type Settings = ValuesOf<typeof vicinitiesParameters>;

/** The three vicinities side by side. */
export const vicinityKinds = ['spike', 'gaussian', 'mixup'] as const;
export type VicinityKind = (typeof vicinityKinds)[number];

/** The vicinity that a scene shows alone; nothing where it shows all three, as every address does that names no view. */
export function shownAlone(settings: Settings): VicinityKind | undefined {
  const { view } = settings;
  if (view !== 'start') return view === 'all' ? undefined : view;
  const defaults = defaultsOf(vicinitiesParameters);
  const isUntouched = Object.entries(settings).every(([name, value]) => value === defaults[name as keyof Settings]);
  return isUntouched ? 'spike' : undefined;
}

/** Standard deviation of the noise in both coordinates of the data set. */
const dataNoise = 0.08;

/** The real examples of some settings: two moons. */
export function examplesOf({ examples, seed }: Settings): DataSet {
  return moons(examples, dataNoise, seed);
}

/** The row drawn around, or nothing for all of them. */
export function onlyRow({ around, examples }: Settings): number | undefined {
  return around === 0 ? undefined : Math.min(around, examples) - 1;
}

/** A vicinity as the settings have it. */
export function vicinityOf(kind: VicinityKind, { sigma, alpha }: Settings): Vicinity {
  if (kind === 'gaussian') return { kind, sigma };
  return kind === 'mixup' ? { kind, alpha } : { kind };
}
