import type { PointEdit } from './point-edit.ts';

interface Named {
  /** Name in the address: letters, digits and hyphens. */
  readonly key: string;
  /** What readers see, such as "alpha" or "wrong labels". */
  readonly label: string;
  /** Unit behind the number, such as "%". */
  readonly unit?: string;
}

/** A real number. */
export interface NumberParameter extends Named {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** Linear: distance between the allowed values, counted from `min`. Log: distance of slider positions in decades; any value in the range is allowed. */
  readonly step: number;
  readonly scale: 'linear' | 'log';
  /** Log only: 0 is allowed too, below `min`. */
  readonly zero?: boolean;
  readonly default: number;
}

/** A whole number. */
export interface IntegerParameter extends Named {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** One of a few named things. */
export interface ChoiceParameter extends Named {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly default: string;
  /** Two or three choices of a word each: they are joined buttons, and no list. */
  readonly joined?: boolean;
}

/** Points that the reader moved, added or removed; none by default. */
interface PointsParameter extends Named {
  readonly kind: 'points';
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export type Parameter = NumberParameter | IntegerParameter | ChoiceParameter | PointsParameter;

/** Everything a reader can set in one figure. */
export type ParameterTable = Readonly<Record<string, Parameter>>;

type ValueOf<P extends Parameter> = P extends { kind: 'points' }
  ? readonly PointEdit[]
  : P extends { kind: 'choice'; choices: readonly { value: infer V }[] }
    ? V
    : number;

/** One value for each parameter of a table. */
export type ValuesOf<T extends ParameterTable> = { readonly [K in keyof T]: ValueOf<T[K]> };

/**
 * Checks a table of parameters and returns it with its exact type.
 *
 * @throws RangeError if a key is taken twice or unfit for an address, a range is empty, or a default is not allowed
 */
export function defineParameters<const T extends ParameterTable>(table: T): T {
  const keys = new Set<string>();
  for (const parameter of Object.values(table)) {
    if (!/^[a-z0-9-]+$/i.test(parameter.key) || keys.has(parameter.key)) {
      throw new RangeError(`key: expected letters, digits and hyphens, each key once, got "${parameter.key}".`);
    }
    keys.add(parameter.key);
    if (!isSound(parameter)) throw new RangeError(`${parameter.key}: expected a range that holds its default.`);
  }
  return table;
}

/** The defaults of a table. */
export function defaultsOf<T extends ParameterTable>(table: T): ValuesOf<T> {
  const entries = Object.entries(table).map(([name, one]) => [name, one.kind === 'points' ? [] : one.default]);
  return Object.fromEntries(entries) as ValuesOf<T>;
}

/**
 * The allowed value that is nearest to a number; infinite numbers are allowed, NaN gives the default.
 *
 * @returns a value that this function maps to itself
 */
export function nearestAllowed(parameter: NumberParameter | IntegerParameter, value: number): number {
  if (Number.isNaN(value)) return parameter.default;
  const { min, max } = parameter;
  const inside = Math.min(max, Math.max(min, value)) + 0;
  if (parameter.kind === 'integer') return Math.round(inside) + 0;
  if (parameter.scale === 'log') return parameter.zero && value < min / 2 ? 0 : inside;
  const steps = Math.min(Math.round((inside - min) / parameter.step), Math.floor((max - min) / parameter.step + 1e-9));
  return withoutNoise(min + steps * parameter.step);
}

/** Cuts what binary fractions leave behind: 0.30000000000000004 is 0.3. */
export const withoutNoise = (value: number): number => Number(value.toPrecision(12)) + 0;

function isSound(parameter: Parameter): boolean {
  switch (parameter.kind) {
    case 'choice':
      return parameter.choices.some(({ value }) => value === parameter.default);
    case 'points':
      return [parameter.x, parameter.y].every(([least, greatest]) => greatest > least && greatest - least <= 46);
    case 'integer':
      return nearestAllowed(parameter, parameter.default) === parameter.default;
    case 'number':
      return (
        parameter.step > 0 &&
        (parameter.scale === 'linear' || parameter.min > 0) &&
        nearestAllowed(parameter, parameter.default) === parameter.default
      );
  }
}
