import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { combinationFormat } from '../../../src/islands/convex-points/address.ts';
import {
  conformed,
  mixtureOf,
  withCount,
  withMixtureAt,
  withPoint,
  withRule,
  withWeight,
  type Combination,
} from '../../../src/islands/convex-points/combination.ts';
import { presets } from '../../../src/islands/convex-points/presets.ts';
import { verdictOf } from '../../../src/islands/convex-points/verdict.ts';
import { animalPlane } from '../../../src/islands/convex-points/parameters.ts';
import { expectSome } from '../../expect-some.ts';

vi.setConfig({ testTimeout: 60_000 });

const [two] = presets.map(({ combination }) => combination) as [Combination];
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const thousandth = ([least, greatest]: readonly [number, number]) =>
  fc.integer({ min: 1000 * least, max: 1000 * greatest }).map((value) => value / 1000);

/** Whatever a reader can bring the figure to. */
const combinations = fc
  .record({
    rule: fc.constantFrom('convex' as const, 'affine' as const, 'linear' as const),
    weights: fc.array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 2, maxLength: 6 }),
    x: thousandth(animalPlane.x),
    y: thousandth(animalPlane.y),
  })
  .map(({ rule, weights, x, y }) => withPoint(conformed({ rule, weights, moved: [] }), 1, { x, y }));

describe('weights', () => {
  test('one weight set makes the others give way, and they come back with it', () => {
    const three = withCount(two, 3);
    const more = withWeight(three, 2, 0.5);
    expect(more.weights).toEqual([0.35, 0.15, 0.5]);
    expect(withWeight(more, 2, 0).weights).toEqual([0.6, 0.4, 0]);
  });

  test('under every rule they keep to it, whatever is set and dragged', () => {
    fc.assert(
      fc.property(combinations, fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true }), (start, i, value) => {
        const set = withWeight(start, i % start.weights.length, value);
        const dragged = withMixtureAt(set, { x: 20 * value - 4, y: 5 });
        for (const { rule, weights } of [set, dragged]) {
          if (rule !== 'linear') expect(sumOf(weights)).toBeCloseTo(1, 9);
          for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(rule === 'convex' ? 0 : -1);
        }
      }),
    );
  });

  test('a stricter rule brings them back', () => {
    const negative = presets.find(({ name }) => name === 'negative')?.combination as Combination;
    expect(withRule(negative, 'convex').weights).toEqual([1, 0]);
  });

  test('a point that joins changes nothing; one that leaves gives its weight to the others', () => {
    const joined = withCount(two, 3);
    expect(mixtureOf(joined)).toEqual(mixtureOf(two));
    expect(withCount(withWeight(joined, 2, 1), 2).weights).toEqual([0.5, 0.5]);
    expect(withCount(two, 1).weights).toHaveLength(2);
    expect(withCount(two, 99).weights).toHaveLength(6);
  });
});

describe('verdict', () => {
  test('60 % cat and 40 % dog, by hand', () => {
    expect(verdictOf(two)).toMatchObject({ kind: 'convex', isInside: true });
    expect(verdictOf(two).text).toContain('on the segment: snout 5.80 cm, ear 7.20 cm');
  });

  test('convex combinations are never outside', () => {
    fc.assert(
      fc.property(combinations, (combination) => {
        const { kind, isInside } = verdictOf(combination);
        if (kind === 'convex') expect(isInside).toBe(true);
      }),
    );
  });

  test('of two or three points, affine ones always are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.boolean(), (percent, isThree) => {
        const start = isThree ? withCount(two, 3) : two;
        const { kind, isInside } = verdictOf(withWeight(withRule(start, 'affine'), 0, -percent / 100));
        expect([kind, isInside]).toEqual(['affine', false]);
      }),
    );
  });

  test('weights that miss the sum are told with their sum', () => {
    const tooMuch = presets.find(({ name }) => name === 'too-much')?.combination as Combination;
    expect(verdictOf(tooMuch).text).toContain('they add up to 130 %');
  });
});

describe('address', () => {
  const { read, changed, write } = combinationFormat('convex-points');

  test('brings back exactly what was written', () => {
    fc.assert(
      fc.property(combinations, (combination) => {
        // The first situation is what an address says by saying nothing.
        const state = write('', combination) === '' ? undefined : combination;
        expect(read(write('?engine=cpu', combination))).toEqual({ state, notices: [] });
      }),
    );
  });

  test('says nothing for the first situation', () => {
    expect(write('', two)).toBe('');
    expect(read('?other.x=1')).toEqual({ state: undefined, notices: [] });
  });

  test('names every situation', () => {
    for (const { name, combination } of expectSome(presets, 'presets')) {
      expect(read(`?convex-points.preset=${name}`)).toEqual({ state: combination, notices: [] });
    }
  });

  test('words in the text change what they name and keep moved points', () => {
    const moved = withPoint(two, 0, { x: 1, y: 1 });
    expect(changed({ cat: '0.2', dog: '0.8' }, moved)).toEqual({
      state: { ...moved, weights: [0.2, 0.8] },
      notices: [],
    });
  });

  test('takes any text, and tells what it could not use', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('cat', 'count', 'rule', 'points', 'preset', 'x'), (text, key) => {
        const { state } = read(`?convex-points.${key}=${encodeURIComponent(text)}`);
        expect(state && conformed(state)).toEqual(state);
      }),
    );
    expect(read('?convex-points.cat=0.9').notices).toEqual([
      'These weights are not allowed here; the nearest that are take their place.',
    ]);
  });
});
