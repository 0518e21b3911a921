import { pairedDifference } from '../../../core/statistics/interval.ts';
import { expectFormat } from '../../../core/data/file-format.ts';
import type { BakedStudy } from '../../../studies/baked-study.ts';

/** A mean over seeds and half the width of its 95 % interval. */
interface BakedNumber {
  readonly mean: number;
  readonly halfWidth: number;
}

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
 * @throws Error that says what is missing
 */
export function bakedStudy<Name extends string>(experiment: string, measures: readonly Name[] = []): BakedStudy<Name> {
  const file = bakedFile(experiment);
  if (!isBakedStudy(file)) throw new Error(`Results of "${experiment}": expected a study over conditions and seeds.`);
  for (const { condition, measures: kept } of file.conditions) {
    const missing = measures.find((measure) => !(measure in kept));
    if (missing === undefined) continue;
    const came = Object.keys(kept).join(', ');
    throw new Error(
      `Results of "${experiment}": expected "${missing}" of "${condition}", got ${came}. ${bakeAgain(experiment)}`,
    );
  }
  return file;
}

/**
 * One number of a baked experiment.
 *
 * @param path keys joined by full stops: below `results`, or in a study from the name of a condition, such as
 * `mixup.testError.last`
 * @throws Error that says which keys there are where the path breaks off
 */
export function baked(experiment: string, path: string): BakedNumber {
  const value = valueAt(experiment, path);
  if (!isBakedNumber(value))
    throw new Error(`Results of "${experiment}": "${path}" is not a mean with its interval; go further down.`);
  return value;
}

/**
 * The mean of one number of a study minus another, paired by seed.
 *
 * @param path such as `mixup.testError.last`
 * @param minus path to what is subtracted
 * @throws Error where one of them lacks a seed that the other has, because values are kept without their seeds
 */
export function bakedDifference(experiment: string, path: string, minus: string): BakedNumber {
  const seeds = bakedFile(experiment)['seeds'] as readonly number[];
  const valuesOf = (one: string): readonly number[] => {
    const { values } = baked(experiment, one) as BakedNumber & { readonly values?: readonly number[] };
    if (values?.length === seeds.length) return values;
    throw new Error(`Results of "${experiment}": "${one}" has not a value for each of ${seeds.length} seeds.`);
  };
  return pairedDifference(valuesOf(minus), valuesOf(path));
}

/**
 * One number of a study on the way.
 *
 * @param path to a measure, such as `mixup.testError`
 * @param step of the training
 * @throws Error that says at which steps it was measured
 */
export function bakedAtStep(experiment: string, path: string, step: number): BakedNumber {
  const { steps } = bakedStudy(experiment);
  const k = steps.indexOf(step);
  if (k < 0)
    throw new Error(`Results of "${experiment}": step ${step} was not measured; there is ${steps.join(', ')}.`);
  const [mean, halfWidth] = ['mean', 'halfWidth'].map((key) => valueAt(experiment, `${path}.curve.${key}.${k}`));
  return { mean, halfWidth } as BakedNumber;
}

function valueAt(experiment: string, path: string): unknown {
  const file = bakedFile(experiment);
  let value: unknown = isBakedStudy(file) ? conditionsByName(file) : file['results'];
  for (const key of path.split('.')) {
    if (!isRecord(value) || !(key in value)) {
      const keys = isRecord(value) ? Object.keys(value).join(', ') : 'nothing';
      throw new Error(`Results of "${experiment}": "${path}" breaks off at "${key}"; there is ${keys}.`);
    }
    value = value[key];
  }
  return value;
}

/** Whether a baked file is a study over conditions and seeds. */
export function isBakedStudy(
  file: Readonly<Record<string, unknown>>,
): file is Readonly<Record<string, unknown>> & BakedStudy<string> {
  return Array.isArray(file['conditions']) && Array.isArray(file['seeds']);
}

const conditionsByName = ({ conditions }: BakedStudy<string>): Record<string, unknown> =>
  Object.fromEntries(conditions.map(({ condition, measures }) => [condition, measures]));

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isBakedNumber(value: unknown): value is BakedNumber {
  return isRecord(value) && typeof value['mean'] === 'number' && typeof value['halfWidth'] === 'number';
}
