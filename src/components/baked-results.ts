import type { BakedStudy } from '../studies/baked-study.ts';

/** A mean over seeds and half the width of its 95 % interval. */
export interface BakedNumber {
  readonly mean: number;
  readonly halfWidth: number;
}

const files = import.meta.glob<Record<string, unknown>>('/content/results/*.json', { eager: true, import: 'default' });

/**
 * The whole file of a baked experiment.
 *
 * @throws Error that lists the experiments there are
 */
export function bakedFile(experiment: string): Record<string, unknown> {
  const file = files[`/content/results/${experiment}.json`];
  if (file) return file;
  const names = Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, ''));
  throw new Error(
    `There is no baked experiment "${experiment}". There are: ${names.join(', ')}. Bake one with "npm run bake -- <name>".`,
  );
}

/**
 * One number of a baked experiment.
 *
 * @param path keys joined by full stops: below `results`, or in a study from the name of a condition, such as
 * `mixup.testError.last`
 * @throws Error that says which keys there are where the path breaks off
 */
export function baked(experiment: string, path: string): BakedNumber {
  const file = bakedFile(experiment);
  let value: unknown = isStudy(file) ? conditionsByName(file) : file['results'];
  for (const key of path.split('.')) {
    if (!isRecord(value) || !(key in value)) {
      const keys = isRecord(value) ? Object.keys(value).join(', ') : 'nothing';
      throw new Error(`Results of "${experiment}": "${path}" breaks off at "${key}"; there is ${keys}.`);
    }
    value = value[key];
  }
  if (!isBakedNumber(value))
    throw new Error(`Results of "${experiment}": "${path}" is not a mean with its interval; go further down.`);
  return value;
}

function isStudy(file: Record<string, unknown>): file is Record<string, unknown> & BakedStudy<string> {
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
