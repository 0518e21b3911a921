import { describe, expect, test } from 'vitest';
import { crossingShare, followSegment, reach } from '../../../../src/islands/crossing-segment/along-segment.ts';
import { examplesOf, type Example } from '../../../../src/islands/crossing-segment/plane-examples.ts';

const example = (x: number, y: number, label: 0 | 1): Example => ({ x, y, label });

describe('on the way from one example to another', () => {
  test('a B that lies half way between two A is asked for A, as far as it reaches', () => {
    const { share, wrong, near, crossed } = followSegment(
      [example(-1, 0, 0), example(1, 0, 0), example(0, 0, 1)],
      0,
      1,
    );
    // It speaks for 0.16 to both sides, of a way of 2.
    expect(share).toBeCloseTo(reach, 1.5);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]?.[0]).toBeCloseTo(0.5 - reach / 2, 1.5);
    expect(wrong[0]?.[1]).toBeCloseTo(0.5 + reach / 2, 1.5);
    expect(near[0]).toHaveLength(2);
    expect(near[1]).toHaveLength(1);
    expect(crossed).toEqual([2]);
  });

  test('the same B half way from an A to a B is asked for rightly on its far side only', () => {
    const { wrong } = followSegment([example(-1, 0, 0), example(1, 0, 1), example(0, 0, 1)], 0, 1);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]?.[1]).toBeLessThanOrEqual(0.5);
  });

  test('a B further away than it reaches changes nothing', () => {
    const aside = followSegment([example(-1, 0, 0), example(1, 0, 0), example(0, reach + 0.01, 1)], 0, 1);
    expect(aside).toMatchObject({ share: 0, wrong: [], crossed: [] });
  });

  test('of three segments the one with a B on it counts as crossing', () => {
    expect(crossingShare([example(-1, 0, 0), example(1, 0, 0), example(0, 0, 1)])).toBeCloseTo(1 / 3, 12);
  });
});

test('spirals are crossed more often than rings, whose inner ring is small', () => {
  const [spirals, rings] = (['spirals', 'rings'] as const).map((set) => examplesOf(set).slice(0, 60));
  expect(crossingShare(spirals ?? [])).toBeGreaterThan(crossingShare(rings ?? []));
});
