import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compactPath, type Corner } from '../../../../src/figures/chart/compact-path.ts';
import { readPath } from '../path-reader.ts';
import { expectSome } from '../../../expect-some.ts';

// Hundreds of cases each, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

describe('compactPath', () => {
  test('writes relative whole steps, and h or v along an axis', () => {
    const corners: Corner[] = [
      [0, 0],
      [10.4, 0],
      [10.4, 20.6],
      [3, -7],
    ];
    expect(compactPath(corners, false)).toBe('M0 0h10v21l-7-28');
    expect(compactPath(corners, true)).toBe('M0 0h10v21l-7-28z');
  });

  test('leaves out corners that repeat, or that the path passes near enough without them', () => {
    const corners: Corner[] = [
      [0, 0],
      [0.2, 0.3],
      [1, 1],
      [5, 5],
      [5, 9],
      [0, 0],
    ];
    expect(compactPath(corners, true)).toBe('M0 0l5 5v4z');
  });

  test('keeps a corner at which the path turns back', () => {
    expect(
      compactPath(
        [
          [0, 0],
          [9, 0],
          [4, 0],
        ],
        false,
      ),
    ).toBe('M0 0h9h-5');
  });

  test('is empty without two different corners', () => {
    expect(compactPath([], true)).toBe('');
    expect(
      compactPath(
        [
          [3, 3],
          [3.1, 3.1],
        ],
        false,
      ),
    ).toBe('');
  });

  test('never drifts: read back, it ends on the last corner, rounded, and passes near each of them', () => {
    const coordinate = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 60 }), (corners) => {
        const path = compactPath(corners, false);
        fc.pre(path !== '');
        const read = readPath(path)[0]?.corners ?? [];
        for (const [x, y] of expectSome(corners, 'corners'))
          expect(distance([x, y], read)).toBeLessThanOrEqual(Math.SQRT1_2 + 0.7);
        const [x, y] = read.at(-1) as [number, number];
        expect(Math.hypot(x - (corners.at(-1)?.[0] ?? NaN), y - (corners.at(-1)?.[1] ?? NaN))).toBeLessThanOrEqual(
          0.71,
        );
      }),
    );
  });
});

function distance([x, y]: Corner, line: readonly Corner[]): number {
  return Math.min(
    ...line.slice(1).map(([bx, by], i) => {
      const [ax, ay] = line[i] as Corner;
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      return Math.hypot(x - ax - t * dx, y - ay - t * dy);
    }),
  );
}
