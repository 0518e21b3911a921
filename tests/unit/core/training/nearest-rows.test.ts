import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestRows } from '../../../../src/core/training/nearest-rows.ts';

test('nearest rows are those that sorting all the others by distance puts first', () => {
  const coordinate = fc.integer({ min: -2, max: 2 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      fc.nat(),
      fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      (points, count, any, chosen) => {
        const row = any % points.length;
        const among = points.map((_, k) => k).filter((k) => chosen[k]);
        const [x, y] = points[row] as [number, number];
        const distance = (k: number): number => {
          const [a, b] = points[k] as [number, number];
          return Math.hypot(a - x, b - y);
        };
        const expected = among
          .filter((k) => k !== row)
          .sort((a, b) => distance(a) - distance(b) || a - b)
          .slice(0, count);
        const found = nearestRows(Float32Array.from(points.flat()), 2, row, Uint32Array.from(among), count);
        expect(Array.from(found)).toEqual(expected);
      },
    ),
  );
});
