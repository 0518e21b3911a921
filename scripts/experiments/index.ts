import { readdir } from 'node:fs/promises';
import type { Experiment } from './experiment.ts';

/** A module of an experiment exports it, or several of them, as its default; other modules here help them. */
interface ExperimentModule {
  readonly default?: Experiment | readonly Experiment[];
}

const folder = new URL('./', import.meta.url);
const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && file !== 'index.ts').sort();
const modules = await Promise.all(
  files.map(async (file) => (await import(new URL(file, folder).href)) as ExperimentModule),
);

/** Every experiment `npm run bake` knows: those of the files in this folder. */
export const experiments: readonly Experiment[] = modules.flatMap((module) => module.default ?? []);
