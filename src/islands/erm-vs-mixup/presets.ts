import type { Preset, Settings } from './settings.ts';

const base = {
  alpha: 1,
  flipped: 0,
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
    settings: { ...base, data: 'rings', noise: 0.09 },
  },
  {
    name: 'noisy-moons',
    title: 'Moons, some labels wrong',
    notice: 'ERM bends around many of the wrong labels; mixup ignores most of them.',
    settings: { ...base, data: 'moons', noise: 0.15, flipped: 0.3 },
  },
  {
    name: 'blobs',
    title: 'Overlapping blobs',
    notice: 'Where the classes overlap no network can know; watch which of the two claims that it does.',
    settings: { ...base, data: 'blobs', noise: 0.3 },
  },
  {
    name: 'clean-moons',
    title: 'Clean moons',
    notice: 'Segments inside one moon cut through the other; mixup pays for it with a straighter boundary.',
    settings: { ...base, data: 'moons', noise: 0.15 },
  },
  {
    name: 'spirals',
    title: 'Spirals, where mixup loses',
    notice: 'Many segments cross the other arm, so the mixed labels contradict the data.',
    settings: { ...base, data: 'spirals', noise: 0.05 },
  },
];
