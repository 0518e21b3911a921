import { planeProblems } from '../../studies/wins-and-losses.ts';
import type { Preset, Settings } from './settings.ts';

const base = {
  alpha: 1,
  width: 32,
  activation: 'relu',
  seed: 1,
  edits: [],
} as const satisfies Partial<Settings>;

/** The named situations of the figure; the first is what it shows before it is touched. */
export const presets: readonly [Preset, ...Preset[]] = [
  {
    name: 'paper',
    title: 'Two rings, as in the paper',
    notice: 'ERM paints a disc with a hard edge; mixup fades from one ring to the other.',
    settings: { ...base, ...planeProblems.paper },
  },
  {
    name: 'noisy-moons',
    title: 'Moons, some labels wrong',
    notice: 'ERM bends around many of the wrong labels; mixup ignores most of them.',
    settings: { ...base, ...planeProblems['noisy-moons'] },
  },
  {
    name: 'blobs',
    title: 'Overlapping blobs',
    notice: 'Where the classes overlap no network can know; watch which of the two claims that it does.',
    settings: { ...base, ...planeProblems.blobs },
  },
  {
    name: 'clean-moons',
    title: 'Clean moons',
    notice: 'Segments inside one moon cut through the other; mixup pays for it with a straighter boundary.',
    settings: { ...base, ...planeProblems['clean-moons'] },
  },
  {
    name: 'spirals',
    title: 'Spirals, where mixup loses',
    notice: 'Many segments cross the other arm, so the mixed labels contradict the data.',
    settings: { ...base, ...planeProblems.spirals },
  },
];

/** The situation that the home page trains. */
export const openingPreset = presets[1] as Preset;
