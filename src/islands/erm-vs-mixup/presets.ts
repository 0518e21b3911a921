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
    short: 'Rings',
    typicalSeed: 6,
    title: 'Two rings, as in the paper',
    settings: { ...base, ...planeProblems.paper },
  },
  {
    name: 'noisy-moons',
    short: 'Wrong labels',
    typicalSeed: 13,
    title: 'Moons, some labels wrong',
    settings: { ...base, ...planeProblems['noisy-moons'] },
  },
  {
    name: 'blobs',
    short: 'Blobs',
    typicalSeed: 3,
    title: 'Overlapping blobs',
    settings: { ...base, ...planeProblems.blobs },
  },
  {
    name: 'clean-moons',
    short: 'Moons',
    typicalSeed: 7,
    title: 'Clean moons',
    settings: { ...base, ...planeProblems['clean-moons'] },
  },
  {
    name: 'spirals',
    short: 'Spirals',
    typicalSeed: 5,
    title: 'Spirals, where mixup loses',
    settings: { ...base, ...planeProblems.spirals },
  },
];

/** The situation that the home page trains. */
export const openingPreset = presets[1] as Preset;
