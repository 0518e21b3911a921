import { blobs } from './blobs.ts';
import { moons } from './moons.ts';
import type { PlaneSetGenerator } from './plane-set.ts';
import { rings } from './rings.ts';
import { spirals } from './spirals.ts';

export type PlaneSetName = 'moons' | 'blobs' | 'rings' | 'spirals';

/** The generated two-class sets by name. */
export const planeSets: Readonly<Record<PlaneSetName, PlaneSetGenerator>> = { moons, blobs, rings, spirals };
