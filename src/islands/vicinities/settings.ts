import type { DataSet } from '../../core/data/data-set.ts';
import { moons } from '../../core/data/moons.ts';
import type { Vicinity } from '../../core/data/vicinity.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';
import type { vicinitiesParameters } from './parameters.ts';

export type Settings = ValuesOf<typeof vicinitiesParameters>;

/** The three vicinities side by side. */
export const vicinityKinds = ['spike', 'gaussian', 'mixup'] as const;
export type VicinityKind = (typeof vicinityKinds)[number];

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
