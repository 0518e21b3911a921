import { pairedDifference } from '../../../core/statistics/interval.ts';
import type { BakedStudy } from '../../../studies/baked-study.ts';

/** A mean over seeds and half the width of its 95 % interval. */
interface BakedNumber {
  readonly mean: number;
  readonly halfWidth: number;
}

/** The whole file of a baked experiment, with its name for messages. */
export interface BakedFile {
  readonly experiment: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Which number of a baked experiment is meant. */
interface AskedNumber {
  /** Keys joined by full stops: below `results`, or in a study from the name of a condition, such as `mixup.testError.last`. */
  readonly of: string;
  /** In a study: path to what is subtracted, seed by seed. */
  readonly minus?: string | undefined;
  /** In a study: the step at which the measure `of` is read. */
  readonly at?: number | undefined;
}

/**
 * One number of a baked experiment.
 *
 * @throws Error that says which keys or steps there are, or that one of two numbers lacks a seed that the other has
 */
export function bakedNumber(file: BakedFile, { of, minus, at }: AskedNumber): BakedNumber {
  if (minus !== undefined) return difference(file, of, minus);
  if (at !== undefined) return numberAtStep(file, of, at);
  return numberAt(file, of);
}

/** Every path that {@link bakedNumber} takes as `of`, in the order of the file. */
export function bakedPaths({ content }: BakedFile): string[] {
  const below = (value: unknown, keys: readonly string[]): string[] => {
    if (!isRecord(value) || Array.isArray(value)) return [];
    if (isBakedNumber(value)) return [keys.join('.')];
    return Object.entries(value).flatMap(([key, one]) => below(one, [...keys, key]));
  };
  return below(numbersOf(content), []);
}

function numberAt(file: BakedFile, path: string): BakedNumber {
  const value = valueAt(file, path);
  if (!isBakedNumber(value))
    throw new Error(`Results of "${file.experiment}": "${path}" is not a mean with its interval; go further down.`);
  return value;
}

/** Values are kept without their seeds, so that they are paired by their places. */
function difference(file: BakedFile, path: string, minus: string): BakedNumber {
  const seeds = file.content['seeds'] as readonly number[];
  const valuesOf = (one: string): readonly number[] => {
    const { values } = numberAt(file, one) as BakedNumber & { readonly values?: readonly number[] };
    if (values?.length === seeds.length) return values;
    throw new Error(`Results of "${file.experiment}": "${one}" has not a value for each of ${seeds.length} seeds.`);
  };
  return pairedDifference(valuesOf(minus), valuesOf(path));
}

function numberAtStep(file: BakedFile, path: string, step: number): BakedNumber {
  const { experiment, content } = file;
  if (!isBakedStudy(content)) throw new Error(notAStudy(experiment));
  const k = content.steps.indexOf(step);
  if (k < 0)
    throw new Error(`Results of "${experiment}": step ${step} was not measured; there is ${content.steps.join(', ')}.`);
  if (content.steps.length === 1) return numberAt(file, `${path}.last`);
  const [mean, halfWidth] = ['mean', 'halfWidth'].map((key) => valueAt(file, `${path}.curve.${key}.${k}`));
  return { mean, halfWidth } as BakedNumber;
}

/** What is said where a study is needed and the file is none. */
export const notAStudy = (experiment: string): string =>
  `Results of "${experiment}": expected a study over conditions and seeds.`;

function valueAt({ experiment, content }: BakedFile, path: string): unknown {
  let value = numbersOf(content);
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

/** What paths begin in: the conditions of a study, and `results` of any other file. */
const numbersOf = (content: BakedFile['content']): unknown =>
  isBakedStudy(content) ? conditionsByName(content) : content['results'];

const conditionsByName = ({ conditions }: BakedStudy<string>): Record<string, unknown> =>
  Object.fromEntries(conditions.map(({ condition, measures }) => [condition, measures]));

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isBakedNumber(value: unknown): value is BakedNumber {
  return isRecord(value) && typeof value['mean'] === 'number' && typeof value['halfWidth'] === 'number';
}
