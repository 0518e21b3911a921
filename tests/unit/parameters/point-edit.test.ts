import { describe, expect, test } from 'vitest';
import { formatPointEdits, parsePointEdits } from '../../../src/parameters/point-edit.ts';

const bounds = { x: [-2, 2], y: [-1.5, 1.5] } as const;

describe('formatPointEdits', () => {
  test('writes index, place in thousandths from the lower bounds, and class, in base 36', () => {
    // 12 is "0c"; 0.31 + 2 = 2310 thousandths = 1 * 1296 + 28 * 36 + 6 is "1s6"; -0.52 + 1.5 = 980 = 27 * 36 + 8 is "0r8".
    expect(formatPointEdits([{ index: 12, x: 0.31, y: -0.52, label: 1 }], bounds)).toBe('0c1s60r8b');
  });

  test('writes a removed point as its index, and joins by full stops', () => {
    const edits = [{ index: 0, removed: true } as const, { index: 1295, x: -2, y: -1.5, label: 0 } as const];
    expect(formatPointEdits(edits, bounds)).toBe('00.zz000000a');
  });

  test('leaves out indices that two digits cannot hold', () => {
    expect(formatPointEdits([{ index: 1296, removed: true }], bounds)).toBe('');
  });
});

describe('parsePointEdits', () => {
  test('reads nothing from nothing', () => {
    expect(parsePointEdits('', bounds)).toEqual({ edits: [], unreadable: 0, surplus: 0 });
  });

  test('counts what it cannot read: wrong length, wrong digits, outside the plane, an index given twice', () => {
    const { edits, unreadable } = parsePointEdits('0c1s60r8b.0d1s.0E.0fzzz000a.0c.0g', bounds);
    expect(edits.map(({ index }) => index)).toEqual([12, 16]);
    expect(unreadable).toBe(4);
  });

  test('keeps the first 200 and counts the rest', () => {
    const text = Array.from({ length: 230 }, (_, i) => i.toString(36).padStart(2, '0')).join('.');
    const { edits, surplus } = parsePointEdits(text, bounds);
    expect(edits).toHaveLength(200);
    expect(surplus).toBe(30);
  });
});
