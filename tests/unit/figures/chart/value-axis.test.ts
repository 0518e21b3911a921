import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceDomain, linearAxis, logAxis, spreadApart } from '../../../../src/figures/chart/value-axis.ts';

describe('an axis', () => {
  test('of ratios makes each doubling equally long, and has no zero', () => {
    const { share, ticks } = logAxis([1, 16], [0.5, 1, 4, 16, 32], String);
    expect([1, 2, 4, 8, 16].map(share)).toEqual(
      [0, 0.25, 0.5, 0.75, 1].map((value) => expect.closeTo(value, 12) as number),
    );
    expect([0, -3, 0.1, 99].map(share)).toEqual([0, 0, 0, 1]);
    expect(ticks.map(({ text }) => text)).toEqual(['1', '4', '16']);
  });

  test('of values keeps what lies beyond an end at that end', () => {
    const { share } = linearAxis([-2, 2], 4);
    expect([-5, -2, 0, 1, 7].map(share)).toEqual([0, 0, 0.5, 0.75, 1]);
  });

  test('of differences holds zero and every end, however far it may go at most', () => {
    const bound = fc.integer({ min: -400, max: 400 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.array(bound, { maxLength: 8 }), (values) => {
        const [least, greatest] = differenceDomain(values, 50);
        expect(Math.min(0, ...values)).toBeGreaterThan(least);
        expect(Math.max(0, ...values)).toBeLessThan(greatest);
      }),
    );
    const [least, greatest] = differenceDomain([-400, 3], 50);
    expect(least).toBeGreaterThanOrEqual(-55);
    expect(greatest).toBeLessThan(10);
  });
});

describe('labels that would lie on one another', () => {
  test('move apart by as much as is missing, half each', () => {
    expect(spreadApart([0.5, 0.52], 0.1)).toEqual([expect.closeTo(0.46, 12), expect.closeTo(0.56, 12)]);
    expect(spreadApart([0.2, 0.9], 0.1)).toEqual([0.2, 0.9]);
  });

  test('keep their order and their distance, and stay within the plot where they fit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }), (places) => {
        const gap = 0.15;
        const moved = spreadApart(places, gap);
        const order = places.map((_, k) => k).sort((a, b) => (moved[a] as number) - (moved[b] as number));
        order.forEach((index, k) => {
          expect(moved[index]).toBeGreaterThan(-1e-9);
          expect(moved[index]).toBeLessThan(1 + 1e-9);
          if (k === 0) return;
          const before = order[k - 1] as number;
          expect((moved[index] as number) - (moved[before] as number)).toBeGreaterThan(gap - 1e-9);
          expect(places[index]).toBeGreaterThanOrEqual(places[before] as number);
        });
      }),
    );
  });
});
