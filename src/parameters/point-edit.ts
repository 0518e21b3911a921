/**
 * A point of a data set that the reader moved (or gave the other class), added (index past the last one) or removed.
 * Places are in thousandths.
 */
export type PointEdit =
  | { readonly index: number; readonly x: number; readonly y: number; readonly label: 0 | 1 }
  | { readonly index: number; readonly removed: true };

/** Bounds of the plane in which points may lie. */
export interface PointBounds {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** No more points than this are kept in an address. */
export const pointEditLimit = 200;

/** Indices are written with two base-36 digits. */
const indexLimit = 36 ** 2;

/**
 * Writes edits for an address. Each is two base-36 digits of the index; unless the point is removed, three digits each
 * for x and y in thousandths from their lower bounds and the class as "a" or "b" follow. Edits are joined by full stops.
 *
 * @param edits at most 200 are written, the first ones; indices below 1296; places outside the bounds are brought inside
 */
export function formatPointEdits(edits: readonly PointEdit[], bounds: PointBounds): string {
  return edits
    .filter(({ index }) => Number.isInteger(index) && index >= 0 && index < indexLimit)
    .slice(0, pointEditLimit)
    .map((edit) => {
      const index = digits(edit.index, 2);
      if ('removed' in edit) return index;
      return index + thousandths(edit.x, bounds.x) + thousandths(edit.y, bounds.y) + 'ab'.charAt(edit.label);
    })
    .join('.');
}

/**
 * Reads what {@link formatPointEdits} wrote, from any text.
 *
 * @returns the edits that could be read, at most one for each index; `unreadable` and `surplus` count those left out
 */
export function parsePointEdits(
  text: string,
  bounds: PointBounds,
): { edits: PointEdit[]; unreadable: number; surplus: number } {
  const edits = new Map<number, PointEdit>();
  let unreadable = 0;
  let surplus = 0;
  for (const part of text === '' ? [] : text.split('.')) {
    const edit = parseEdit(part, bounds);
    if (!edit || edits.has(edit.index)) unreadable += 1;
    else if (edits.size === pointEditLimit) surplus += 1;
    else edits.set(edit.index, edit);
  }
  return { edits: [...edits.values()], unreadable, surplus };
}

function parseEdit(part: string, bounds: PointBounds): PointEdit | undefined {
  const match = /^([0-9a-z]{2})(?:([0-9a-z]{3})([0-9a-z]{3})([ab]))?$/.exec(part);
  if (!match) return undefined;
  const index = parseInt(match[1] as string, 36);
  if (match[2] === undefined) return { index, removed: true };
  const x = coordinate(match[2], bounds.x);
  const y = coordinate(match[3] as string, bounds.y);
  if (x === undefined || y === undefined) return undefined;
  return { index, x, y, label: match[4] === 'a' ? 0 : 1 };
}

function coordinate(text: string, [least, greatest]: readonly [number, number]): number | undefined {
  const value = (Math.round(1000 * least) + parseInt(text, 36)) / 1000;
  return value <= greatest ? value : undefined;
}

function thousandths(value: number, [least, greatest]: readonly [number, number]): string {
  const inside = Math.min(greatest, Math.max(least, value));
  return digits(Math.round(1000 * inside) - Math.round(1000 * least), 3);
}

const digits = (value: number, length: number): string => value.toString(36).padStart(length, '0');
