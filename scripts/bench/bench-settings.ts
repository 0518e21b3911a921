import type { ContenderInfo } from './contenders.ts';

export type NetworkName = '2-16-16-2' | '64-64-64-10';

export const networkNames: readonly NetworkName[] = ['2-16-16-2', '64-64-64-10'];

/** Whether each member has a seed of its own, the dearest case for random choices, or all have one. */
export type Seeds = 'own' | 'shared';

/** How much is measured, and for how long. */
export interface BenchSettings {
  readonly memberCounts: readonly number[];
  /** Numbers of models for contenders that train them one after another: their speed hardly depends on it. */
  readonly modelCounts: readonly number[];
  /** Aim of one timing, in seconds. */
  readonly seconds: number;
  /** Timings of each kind; their median counts. */
  readonly repeats: number;
  readonly seeds: Seeds;
}

/** Examples in one step. */
export const batch = 64;

/** Points along each side of the grid that is evaluated. */
export const gridSide = 100;

export const fullSettings: BenchSettings = {
  memberCounts: [1, 8, 32, 128, 256],
  modelCounts: [1, 32],
  seconds: 1,
  repeats: 3,
  seeds: 'own',
};

export const quickSettings: BenchSettings = {
  memberCounts: [1, 32],
  modelCounts: [1, 32],
  seconds: 0.2,
  repeats: 1,
  seeds: 'own',
};

/** The numbers of members measured for one contender. */
export function memberCountsOf({ batchesMembers }: ContenderInfo, settings: BenchSettings): readonly number[] {
  return batchesMembers ? settings.memberCounts : settings.modelCounts;
}
