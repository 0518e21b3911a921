/**
 * Checks of arguments. Each throws a `RangeError` or `TypeError` that names the argument, says what was expected and
 * what came; each returns the value it checked.
 */

const show = (value: unknown): string =>
  typeof value === 'string'
    ? `"${value}"`
    : ArrayBuffer.isView(value) || Array.isArray(value)
      ? 'an array'
      : String(value);

/** Expects a finite number from `least` to `most`. */
export function expectNumber(name: string, value: number, least = -Infinity, most = Infinity): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most) {
    throw new RangeError(`${name}: expected a finite number${range(least, most)}, got ${show(value)}.`);
  }
  return value;
}

/** Expects a whole number from `least` to `most`. */
export function expectInteger(name: string, value: number, least = -Infinity, most = Infinity): number {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new RangeError(`${name}: expected a whole number${range(least, most)}, got ${show(value)}.`);
  }
  return value;
}

/** Expects one of the named choices. */
export function expectOneOf<T extends string | number | boolean>(name: string, value: T, choices: readonly T[]): T {
  if (!choices.includes(value)) {
    throw new RangeError(`${name}: expected one of ${choices.map(show).join(', ')}, got ${show(value)}.`);
  }
  return value;
}

/** Expects an array-like of exactly `length` entries; `shape` says in words what they are. */
export function expectLength<T extends { readonly length: number }>(
  name: string,
  value: T,
  length: number,
  shape = 'entries',
): T {
  if (typeof (value as T | undefined)?.length !== 'number' || value.length !== length) {
    const came = typeof (value as T | undefined)?.length === 'number' ? String(value.length) : show(value);
    throw new RangeError(`${name}: expected ${length} ${shape}, got ${came}.`);
  }
  return value;
}

/** Expects every entry to be finite; names the first that is not. */
export function expectFinite<T extends ArrayLike<number>>(name: string, values: T): T {
  for (let i = 0; i < values.length; i += 1) {
    if (!Number.isFinite(values[i]))
      throw new RangeError(`${name}: expected finite numbers, got ${show(values[i])} at index ${i}.`);
  }
  return values;
}

/** Expects every entry to be a number from `least` to `most`; names the first that is not. */
export function expectWithin<T extends ArrayLike<number>>(name: string, values: T, least: number, most: number): T {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (!(value >= least && value <= most)) {
      throw new RangeError(`${name}: expected numbers from ${least} to ${most}, got ${show(value)} at index ${i}.`);
    }
  }
  return values;
}

/** Expects every entry to be a whole number in [0, bound), as class labels and row indices are. */
export function expectIndices<T extends ArrayLike<number>>(name: string, values: T, bound: number): T {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (!Number.isInteger(value) || value < 0 || value >= bound) {
      throw new RangeError(`${name}: expected whole numbers from 0 to ${bound - 1}, got ${show(value)} at index ${i}.`);
    }
  }
  return values;
}

function range(least: number, most: number): string {
  if (least === -Infinity && most === Infinity) return '';
  if (most === Infinity) return ` of at least ${least}`;
  if (least === -Infinity) return ` of at most ${most}`;
  return ` from ${least} to ${most}`;
}
