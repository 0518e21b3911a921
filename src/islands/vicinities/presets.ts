import { vicinitiesParameters } from './parameters.ts';
import { defaultsOf } from '../../parameters/parameter.ts';
import type { Settings } from './settings.ts';

/** A named situation. */
interface Preset {
  readonly title: string;
  /** What to look at. */
  readonly notice: string;
  readonly settings: Settings;
}

const start = defaultsOf(vicinitiesParameters);

/** The named situations of the figure; the first is what it shows before it is touched. */
export const presets: readonly [Preset, ...Preset[]] = [
  {
    title: 'A usual setting',
    notice: 'Clouds stay near their examples; segments fill the space between all of them.',
    settings: start,
  },
  {
    title: 'Almost ERM',
    notice:
      'With a small σ the clouds shrink to spikes; with a small α the segments stay, but few draws fall on their middles.',
    settings: { ...start, sigma: 0.02, alpha: 0.1 },
  },
  {
    title: 'Far from the data',
    notice: 'Clouds run into each other and off the plot; with a large α nearly every blend is half and half.',
    settings: { ...start, sigma: 0.35, alpha: 32 },
  },
  {
    title: 'Six examples',
    notice: 'Few enough to follow every segment, and to see its color change from one class to the other.',
    settings: { ...start, examples: 6 },
  },
  {
    title: 'One example alone',
    notice: 'The vicinity of the ringed example: a spike, a cloud, and a star that reaches every other example.',
    settings: { ...start, examples: 12, around: 2 },
  },
];

/** The situation that some settings are, however much was drawn of it; nothing for the reader's own. */
export function presetOf(settings: Settings): Preset | undefined {
  const shaping = ['sigma', 'alpha', 'examples', 'around'] as const;
  return presets.find((preset) => shaping.every((key) => preset.settings[key] === settings[key]));
}
