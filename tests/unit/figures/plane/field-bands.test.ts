import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { contourLine, fieldBands } from '../../../../src/figures/plane/field-bands.ts';
import { confidenceThresholds } from '../../../../src/figures/plane/surface-bands.ts';
import { isInside, readPath } from '../path-reader.ts';
import { expectSome } from '../../../expect-some.ts';

// Hundreds of cases each, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const size = 48;
const centers = (count: number) => Array.from({ length: count }, (_, i) => (i + 0.5) / count);

/** A field given at the centers of cells; `y` is up. */
function field(columns: number, rows: number, height: (x: number, y: number) => number): number[] {
  return centers(rows).flatMap((y) => centers(columns).map((x) => height(x, y)));
}

const logistic = (logit: number) => 1 / (1 + Math.exp(-logit));

describe('fieldBands', () => {
  test('cuts a ramp where it reaches the threshold: right of the middle, and above a quarter', () => {
    const [right] = fieldBands(
      field(8, 6, (x) => x),
      8,
      6,
      [0.5],
    );
    expect(right?.threshold).toBe(0.5);
    expect(bounds(right?.path ?? '')).toEqual([500, 0, 1000, 1000]);
    const [upper] = fieldBands(
      field(6, 8, (_, y) => y),
      6,
      8,
      [0.25],
    );
    expect(bounds(upper?.path ?? '')).toEqual([0, 0, 1000, 750]);
  });

  test('fills the whole box, corners included, where the field is above, and nothing where it is below', () => {
    const [all, none] = fieldBands(
      field(4, 4, () => 0.7),
      4,
      4,
      [0.5, 0.9],
    );
    const corners = readPath(all?.path ?? '').flatMap((run) => run.corners.map(String));
    expect(corners.toSorted()).toEqual(['0,0', '0,1000', '1000,0', '1000,1000']);
    expect(none?.path).toBe('');
  });

  test('leaves holes where the field dips', () => {
    const dip = field(20, 20, (x, y) => (Math.hypot(x - 0.5, y - 0.5) < 0.2 ? 0 : 1));
    const [band] = fieldBands(dip, 20, 20, [0.5]);
    expect(isInside(band?.path ?? '', 500, 500)).toBe(false);
    expect(isInside(band?.path ?? '', 100, 100)).toBe(true);
  });

  test('agrees with the field itself at every place that is not close to the threshold', () => {
    fc.assert(
      fc.property(
        fc.tuple(...[1, 2, 3, 4].map(() => fc.double({ min: -3, max: 3, noNaN: true }))),
        fc.constantFrom(...confidenceThresholds),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        ([a, b, c, d], threshold, x, y) => {
          const height = (u: number, v: number) =>
            logistic(
              (a as number) * Math.sin(3 * u) + (b as number) * Math.cos(4 * v) + (c as number) * u * v + (d as number),
            );
          fc.pre(Math.abs(height(x, y) - threshold) > 0.03);
          const [band] = fieldBands(field(size, size, height), size, size, [threshold]);
          expect(isInside(band?.path ?? '', 1000 * x, 1000 * (1 - y))).toBe(height(x, y) > threshold);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('keeps a static surface of 48 by 48 cells below 15 kB, even a winding one', () => {
    const winding = field(size, size, (x, y) =>
      logistic(6 * Math.sin(14 * Math.hypot(x - 0.5, y - 0.4) + Math.atan2(y - 0.4, x - 0.5))),
    );
    const bands = fieldBands(winding, size, size, confidenceThresholds);
    expect(bands.map(({ path }) => path).join('').length).toBeLessThan(15_000);
  });

  test('names what is wrong with a field', () => {
    expect(() => fieldBands([1, 2, 3], 2, 2, [0.5])).toThrow('values: expected 4 values (columns times rows), got 3.');
    expect(() => fieldBands([1, 2, NaN, 3], 2, 2, [0.5])).toThrow(
      'values: expected finite numbers, got NaN at index 2.',
    );
    expect(() => fieldBands([1], 1, 1, [0.5])).toThrow('columns: expected a whole number from 2');
  });
});

describe('contourLine', () => {
  test('is the place where a ramp reaches the level, without the sides of the box', () => {
    const [line, ...others] = readPath(
      contourLine(
        field(8, 6, (x) => x),
        8,
        6,
        0.25,
      ),
    );
    expect(others).toEqual([]);
    expect(line?.closed).toBe(false);
    expect(line?.corners.toSorted(([, a], [, b]) => a - b)).toEqual([
      [250, 0],
      [250, 1000],
    ]);
  });

  test('returns to its start where the field has an island, at the right distance', () => {
    const island = field(size, size, (x, y) => 1 - 2 * Math.hypot(x - 0.5, y - 0.5));
    const [line] = readPath(contourLine(island, size, size, 0.5));
    expect(line?.corners.at(-1)).toEqual(line?.corners[0]);
    for (const [x, y] of expectSome(line?.corners ?? [], 'corners'))
      expect(Math.abs(Math.hypot(x - 500, y - 500) - 250)).toBeLessThan(3);
  });

  test('is empty where the field does not cross the level', () => {
    expect(
      contourLine(
        field(5, 5, () => 0.7),
        5,
        5,
        0.5,
      ),
    ).toBe('');
    expect(
      contourLine(
        field(5, 5, () => 0.3),
        5,
        5,
        0.5,
      ),
    ).toBe('');
  });
});

function bounds(path: string): [number, number, number, number] {
  const corners = readPath(path).flatMap((run) => run.corners);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
