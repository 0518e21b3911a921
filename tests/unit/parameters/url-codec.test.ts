import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { defaultsOf, type ValuesOf } from '../../../src/parameters/parameter.ts';
import type { PointEdit } from '../../../src/parameters/point-edit.ts';
import { formatQuery, parseQuery } from '../../../src/parameters/url-codec.ts';
import { settings } from './settings.ts';

// Hundreds of cases each, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

type Values = ValuesOf<typeof settings>;

const parse = (search: string) => parseQuery(search, 'surface', settings);
const format = (search: string, changed: Partial<Values>) =>
  formatQuery(search, 'surface', settings, { ...defaultsOf(settings), ...changed });

const thousandths = (least: number, greatest: number) =>
  fc.integer({ min: 1000 * least, max: 1000 * greatest }).map((value) => value / 1000);
const edits: fc.Arbitrary<PointEdit[]> = fc.uniqueArray(
  fc.oneof(
    fc.record({ index: fc.nat(1295), removed: fc.constant(true as const) }),
    fc.record({
      index: fc.nat(1295),
      x: thousandths(-2, 2),
      y: thousandths(-1.5, 1.5),
      label: fc.constantFrom(0 as const, 1 as const),
    }),
  ),
  { selector: ({ index }) => index, maxLength: 200 },
);
const anyValues: fc.Arbitrary<Values> = fc.record({
  alpha: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 100, noNaN: true })),
  noise: fc.nat(10).map((steps) => steps / 20),
  seed: fc.nat(999_999),
  data: fc.constantFrom('moons' as const, 'rings' as const),
  points: edits,
});

describe('parseQuery', () => {
  test('gives the defaults when the address says nothing', () => {
    expect(parse('')).toEqual({ values: defaultsOf(settings), notices: [], present: false });
  });

  test('reads every kind of parameter, and ignores other figures and foreign parameters', () => {
    const { values, notices, present } = parse(
      '?v=1&surface.alpha=0.4&other.alpha=7&surface.data=rings&engine=cpu&surface.seed=12&surface.points=0c1s60r8b',
    );
    expect(values).toEqual({
      alpha: 0.4,
      noise: 0.1,
      seed: 12,
      data: 'rings',
      points: [{ index: 12, x: 0.31, y: -0.52, label: 1 }],
    });
    expect(notices).toEqual([]);
    expect(present).toBe(true);
  });

  test.each([
    ['surface.alpha=-3', 'alpha = -3 is not possible; using 0.'],
    ['surface.alpha=1e999', 'alpha = 1e999 is not possible; using 100.'],
    ['surface.alpha=NaN', 'alpha = NaN is not possible; using 1.'],
    ['surface.alpha=', 'alpha = nothing is not possible; using 1.'],
    ['surface.alpha', 'alpha = nothing is not possible; using 1.'],
    ['surface.alpha=0x10', 'alpha = 0x10 is not possible; using 1.'],
    ['surface.noise=0.33', 'noise = 0.33 is not possible; using 0.35.'],
    ['surface.seed=2.4', 'seed = 2.4 is not possible; using 2.'],
    ['surface.seed=-infinity', 'seed = -infinity is not possible; using 0.'],
    ['surface.data=toString', 'data = toString is not possible; using moons.'],
    ['surface.seed=4&surface.seed=5', 'seed is given more than once; only the first is used.'],
    ['surface.speed=4', 'speed is not a setting of this figure; it is ignored.'],
    ['surface.__proto__=4', '__proto__ is not a setting of this figure; it is ignored.'],
    ['surface.points=0c.zzz', 'moved points: 1 of them could not be read and are left out.'],
    ['v=7&surface.seed=4', 'This address is of version 7, which is not known; it is read as version 1.'],
  ])('says what is wrong with "%s"', (search, sentence) => {
    expect(parse(search).notices).toEqual([sentence]);
  });

  test('shortens what it quotes', () => {
    expect(parse(`surface.data=${'x'.repeat(1000)}`).notices[0]?.length).toBeLessThan(100);
  });

  test('takes any text whatever, and gives allowed values that it would write the same', () => {
    const names = fc.constantFrom('alpha', 'noise', 'seed', 'data', 'points', 'v', '', 'constructor');
    const query = fc
      .array(fc.tuple(names, fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String))))
      .map((pairs) => pairs.map(([name, value]) => `surface.${name}=${value}`).join('&'));
    fc.assert(
      fc.property(fc.oneof(query, fc.string({ unit: 'binary' })), (search) => {
        const { values } = parse(search);
        expect(values.alpha === 0 || (values.alpha >= 0.01 && values.alpha <= 100)).toBe(true);
        expect(values.noise).toBeGreaterThanOrEqual(0);
        expect(values.noise).toBeLessThanOrEqual(0.5);
        expect(Number.isInteger(values.seed) && values.seed >= 0 && values.seed <= 999_999).toBe(true);
        expect(['moons', 'rings']).toContain(values.data);
        expect(parse(format('', values))).toMatchObject({ values, notices: [] });
      }),
      { numRuns: 200 },
    );
  });
});

describe('formatQuery', () => {
  test('leaves out defaults, and then the version too', () => {
    expect(format('', {})).toBe('');
    expect(format('?v=1&surface.alpha=3', {})).toBe('');
    expect(format('', { alpha: 0.2 })).toBe('?v=1&surface.alpha=0.2');
  });

  test('keeps other figures and foreign parameters byte for byte', () => {
    const foreign = 'engine=cpu&q=a%20b+%zz&other.seed=3';
    expect(format(`?${foreign}&surface.seed=9`, { seed: 4 })).toBe(`?v=1&${foreign}&surface.seed=4`);
    expect(format(`?${foreign}`, {})).toBe(`?v=1&${foreign}`);
    expect(format('?v=1&engine=cpu&surface.seed=9', {})).toBe('?engine=cpu');
  });

  test('does not take a figure for another whose name begins alike', () => {
    expect(format('?surface-2.seed=5', { seed: 4 })).toBe('?v=1&surface-2.seed=5&surface.seed=4');
    expect(parse('?surface-2.seed=5').present).toBe(false);
  });

  test('is undone by parseQuery for all allowed values', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        expect(parse(format('?engine=cpu', values))).toMatchObject({ values, notices: [] });
      }),
    );
  });

  test('holds 200 moved points in about 2,000 characters', () => {
    const points = Array.from({ length: 250 }, (_, index) => ({ index, x: 1.234, y: -0.5, label: 1 as const }));
    const query = format('', { points });
    expect(query.length).toBeLessThan(2050);
    expect(parse(query).values.points).toEqual(points.slice(0, 200));
  });
});
