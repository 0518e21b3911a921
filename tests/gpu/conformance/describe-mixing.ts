import { describe, expect, it } from 'vitest';
import { createRandom, randomInteger, randomNormal } from '../../../src/core/random/random.ts';
import type { Grid, MixRequest } from '../../../src/engine/engine.ts';
import type { Subject } from './describe-engine.ts';
import { largestDifference } from './tolerances.ts';

function createRequest(width: number, rows: number, count: number): MixRequest {
  const random = createRandom(5, 'mix', width, count);
  return {
    rows: Float32Array.from({ length: rows * width }, () => randomNormal(random)),
    width,
    first: Uint32Array.from({ length: count }, () => randomInteger(random, rows)),
    second: Uint32Array.from({ length: count }, () => randomInteger(random, rows)),
    lambdas: Float32Array.from({ length: count }, (_, p) => (p < 2 ? p : random())),
  };
}

/** The mixed rows, one array each. */
function mixSlowly({ rows, width, first, second, lambdas }: MixRequest): number[][] {
  const row = (r: number): number[] => Array.from(rows.subarray(r * width, (r + 1) * width));
  return Array.from(lambdas, (lambda, p) => {
    const other = row(second[p] as number);
    return row(first[p] as number).map((value, k) => lambda * value + (1 - lambda) * (other[k] as number));
  });
}

export function describeMixing({ engine, tolerances, note }: Subject): void {
  describe('mixing on its own', () => {
    for (const [width, count] of [
      [2, 1],
      [64, 10],
      [5, 3000],
    ] as const) {
      it(`mixes ${count} rows of ${width} numbers`, async () => {
        const request = createRequest(width, 50, count);
        const worst = largestDifference(await engine().mix(request), mixSlowly(request).flat());
        note(`mixed rows of ${width}`, worst);
        expect(worst).toBeLessThanOrEqual(tolerances.mix);
      });
    }

    it('returns the rows themselves, bit for bit, at lambda 1 and 0', async () => {
      const request = createRequest(3, 20, 20);
      const ones = await engine().mix({ ...request, lambdas: new Float32Array(20).fill(1) });
      const zeros = await engine().mix({ ...request, lambdas: new Float32Array(20) });
      const row = (r: number): number[] => Array.from(request.rows.subarray(r * 3, (r + 1) * 3));
      expect(Array.from(ones)).toEqual(Array.from(request.first).flatMap(row));
      expect(Array.from(zeros)).toEqual(Array.from(request.second).flatMap(row));
    });

    for (const grid of [
      { columns: 30, rows: 20, x: [-2, 2], y: [1.5, -1.5] },
      { columns: 1, rows: 3, x: [-1, 1.25], y: [-1, 1] },
    ] as const satisfies Grid[]) {
      it(`counts mixed points and their labels on ${grid.columns} x ${grid.rows} cells, leaving out what falls outside`, async () => {
        const drawn = createRequest(2, 60, 5000);
        const labels = Float32Array.from({ length: 60 }, (_, row) => (row % 5) / 4);
        const mixed = mixSlowly(drawn);
        // A point within rounding of a cell's edge may be counted on either side of it.
        const clear = Array.from(drawn.first.keys()).filter((p) => isClear(position(mixed[p] as number[], grid)));
        const pick = <Values extends Uint32Array | Float32Array>(values: Values): Values =>
          values.filter((_: number, p: number) => clear.includes(p)) as Values;
        const request = {
          ...drawn,
          first: pick(drawn.first),
          second: pick(drawn.second),
          lambdas: pick(drawn.lambdas),
        };
        const expected = new Float64Array(2 * grid.rows * grid.columns);
        mixSlowly(request).forEach((point, p) => {
          const [column, row] = position(point, grid).map(Math.floor) as [number, number];
          if (column < 0 || column >= grid.columns || row < 0 || row >= grid.rows) return;
          const lambda = request.lambdas[p] as number;
          const label =
            lambda * (labels[request.first[p] as number] as number) +
            (1 - lambda) * (labels[request.second[p] as number] as number);
          const cell = row * grid.columns + column;
          expected[cell] = (expected[cell] as number) + 1;
          expected[expected.length / 2 + cell] = (expected[expected.length / 2 + cell] as number) + label;
        });
        const counted = await engine().countOnGrid(request, labels, grid);
        const half = expected.length / 2;
        expect(Array.from(counted.subarray(0, half))).toEqual(Array.from(expected.subarray(0, half)));
        expect(expected.subarray(0, half).reduce((a, b) => a + b)).toBeLessThan(clear.length);
        expect(largestDifference(counted.subarray(half), expected.subarray(half))).toBeLessThanOrEqual(1e-2);
      });
    }
  });
}

/** A point in units of cells. */
function position(point: number[], { columns, rows, x, y }: Grid): [number, number] {
  return [
    (((point[0] as number) - x[0]) / (x[1] - x[0])) * columns,
    (((point[1] as number) - y[0]) / (y[1] - y[0])) * rows,
  ];
}

function isClear(cells: readonly number[]): boolean {
  return cells.every((value) => Math.abs(value - Math.round(value)) > 1e-3);
}
