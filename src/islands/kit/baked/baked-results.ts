import { expectFormat } from '../../../core/data/file-format.ts';
import { readHits } from '../../../studies/baked-hits.ts';
import type { BakedStudy } from '../../../studies/baked-study.ts';
import { bakedNumber, isBakedStudy, notAStudy } from './read-baked.ts';

const files = import.meta.glob('/content/results/*.json', { eager: true, import: 'default' });

/** The names of all baked experiments. */
export function bakedNames(): string[] {
  return Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, ''));
}

/**
 * The whole file of a baked experiment.
 *
 * @throws Error that lists the experiments there are
 * @throws RangeError if the file is of another format than the code
 */
export function bakedFile(experiment: string): Readonly<Record<string, unknown>> {
  const path = `content/results/${experiment}.json`;
  if (`/${path}` in files) return expectFormat(path, files[`/${path}`], bakeAgain(experiment));
  const names = bakedNames();
  throw new Error(
    `There is no baked experiment "${experiment}". There are: ${names.join(', ')}. Bake one with "npm run bake -- <name>".`,
  );
}

const bakeAgain = (experiment: string): string => `Write it anew: npm run bake -- ${experiment}`;

/**
 * The file of a study over conditions and seeds.
 *
 * @param measures that are read of it: every condition has to have them
 * @throws Error that says what is missing, RangeError where its hits are not those of its errors
 */
export function bakedStudy<Name extends string>(experiment: string, measures: readonly Name[] = []): BakedStudy<Name> {
  const file = bakedFile(experiment);
  if (!isBakedStudy(file)) throw new Error(notAStudy(experiment));
  for (const { condition, measures: kept } of file.conditions) {
    const missing = measures.find((measure) => !(measure in kept));
    readHits(file, condition);
    if (missing === undefined) continue;
    const came = Object.keys(kept).join(', ');
    throw new Error(
      `Results of "${experiment}": expected "${missing}" of "${condition}", got ${came}. ${bakeAgain(experiment)}`,
    );
  }
  return file;
}

type BakedNumber = ReturnType<typeof bakedNumber>;

/**
 * One number of a baked experiment.
 *
 * @param path keys joined by full stops: below `results`, or in a study from the name of a condition, such as
 * `mixup.testError.last`
 * @throws Error that says which keys there are where the path breaks off
 */
export const baked = (experiment: string, path: string): BakedNumber =>
  bakedNumber({ experiment, content: bakedFile(experiment) }, { of: path });

/**
 * The mean of one number of a study minus another, paired by seed.
 *
 * @param path such as `mixup.testError.last`
 * @param minus path to what is subtracted
 * @throws Error where one of them lacks a seed that the other has, because values are kept without their seeds
 */
export const bakedDifference = (experiment: string, path: string, minus: string): BakedNumber =>
  bakedNumber({ experiment, content: bakedFile(experiment) }, { of: path, minus });

/**
 * One number of a study on the way.
 *
 * @param path to a measure, such as `mixup.testError`
 * @param step of the training
 * @throws Error that says at which steps it was measured
 */
export const bakedAtStep = (experiment: string, path: string, step: number): BakedNumber =>
  bakedNumber({ experiment, content: bakedFile(experiment) }, { of: path, at: step });
