import { defaultsOf, type ValuesOf } from '../../parameters/parameter.ts';
import type { PlaneProblemName } from '../../studies/wins-and-losses.ts';
import { winsAndLossesParameters } from './parameters.ts';

type Settings = ValuesOf<typeof winsAndLossesParameters>;

/** What a scene shows of the five problems. */
export interface PlaneView {
  /** The problem that is shown alone; all five if not given. */
  readonly problem?: PlaneProblemName;
  /** All of it; or the training points alone; or these and what ERM learned. */
  readonly shows: 'all' | 'points' | 'erm';
}

/** The view that settings ask for. Addresses that name none show all five, as they always did. */
export function viewOf(settings: Settings): PlaneView {
  switch (settings.view) {
    case 'start':
      return isUntouched(settings) ? { problem: 'noisy-moons', shows: 'erm' } : { shows: 'all' };
    case 'all':
    case 'points':
      return { shows: settings.view };
    case 'erm':
      return { problem: 'noisy-moons', shows: 'erm' };
    default:
      return { problem: settings.view, shows: 'all' };
  }
}

function isUntouched(settings: Settings): boolean {
  const defaults = defaultsOf(winsAndLossesParameters);
  return Object.entries(settings).every(([name, value]) => value === defaults[name as keyof Settings]);
}
