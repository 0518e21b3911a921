import { describe, expect, test } from 'vitest';
import { meanTemperature, readingNoise } from '../../../src/core/data/temperature.ts';
import { splineAt } from '../../../src/core/geometry/smoothing-spline.ts';
import { bendCurveFormat } from '../../../src/islands/bend-curve/address.ts';
import { bentCurve, withHeight, type BentCurve, type Settings } from '../../../src/islands/bend-curve/bent-curve.ts';
import { clockTime } from '../../../src/islands/bend-curve/clock-time.ts';
import { riskVerdict } from '../../../src/islands/bend-curve/risk-verdict.ts';
import { bendCurveParameters, curveShapes } from '../../../src/islands/bend-curve/parameters.ts';
import { defaultsOf } from '../../../src/parameters/parameter.ts';
import { expectSome } from '../../expect-some.ts';

const start: Settings = defaultsOf(bendCurveParameters);
const seeds = [0, 1, 2, 6, 7, 10, 9999];
const each = curveShapes.flatMap(({ value: shape }) => seeds.map((seed) => ({ shape, seed })));
const at = ({ spline }: BentCurve, hour: number) => splineAt(spline, hour);

describe('a bent curve', () => {
  test.each(each)(
    '$shape, seed $seed: passes through its handles, and its risks are what slow sums say',
    (settings) => {
      const bent = bentCurve({ ...start, ...settings });
      for (const { hour, height } of expectSome(bent.handles, 'handles'))
        expect(at(bent, hour)).toBeCloseTo(height, 10);
      const { hours, temperatures } = bent.readings;
      const seen = hours.reduce((sum, hour, i) => sum + ((temperatures[i] as number) - at(bent, hour)) ** 2, 0) / 6;
      expect(bent.empiricalRisk).toBeCloseTo(seen, 10);
      const count = 24_000;
      let squares = 0;
      for (let i = 0; i < count; i += 1) {
        const hour = (24 * (i + 0.5)) / count;
        squares += (at(bent, hour) - meanTemperature(hour)) ** 2;
      }
      expect(bent.risk).toBeCloseTo(readingNoise ** 2 + squares / count, 4);
    },
  );

  test('through every reading has no empirical risk, and more risk than the noise', () => {
    for (const seed of seeds) {
      const bent = bentCurve({ ...start, seed });
      expect(bent.empiricalRisk).toBeCloseTo(0, 20);
      expect(bent.risk).toBeGreaterThan(readingNoise ** 2 + 0.1);
    }
  });

  test('a handle between readings changes the risk alone; one at a reading changes both', () => {
    const before = bentCurve(start);
    expectSome(before.handles, 'handles').forEach(({ hour, height, reading }, index) => {
      const after = bentCurve(withHeight(start, index, hour, height + 5));
      if (reading === undefined) expect(after.empiricalRisk).toBeCloseTo(before.empiricalRisk, 20);
      else expect(after.empiricalRisk).toBeCloseTo(before.empiricalRisk + 25 / 6, 2);
      expect(Math.abs(after.risk - before.risk)).toBeGreaterThan(0.05);
    });
  });

  test('a handle moved twice is moved once, and stays inside the plot', () => {
    const hour = bentCurve(start).handles[0]?.hour as number;
    const moved = withHeight(withHeight(start, 0, hour, 20), 0, hour, 99);
    expect(moved.moved).toEqual([{ index: 0, x: hour, y: 30, label: 0 }]);
  });

  test('handles are at least an hour apart', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const hours = bentCurve({ ...start, seed }).handles.map(({ hour }) => hour);
      hours.slice(1).forEach((hour, i) => expect(hour - (hours[i] as number)).toBeGreaterThanOrEqual(1));
    }
  });

  test('the line is straight, and nothing smoother or rougher fits the readings better than its neighbor', () => {
    for (const seed of seeds) {
      const [line, smooth, through] = (['line', 'smooth', 'through'] as const).map((shape) =>
        bentCurve({ ...start, shape, seed }),
      ) as [BentCurve, BentCurve, BentCurve];
      expect(at(line, 12)).toBeCloseTo((at(line, 4) + at(line, 20)) / 2, 9);
      expect(line.empiricalRisk).toBeGreaterThan(smooth.empiricalRisk);
      expect(smooth.empiricalRisk).toBeGreaterThan(through.empiricalRisk);
    }
  });
});

test('the verdict says which way the two risks part', () => {
  expect(riskVerdict({ empiricalRisk: 0, risk: 8.4 })).toContain('so the empirical risk is 0. Its risk is 8.40');
  expect(riskVerdict({ empiricalRisk: 2, risk: 7.5 })).toContain('flatter this curve by 5.50');
  expect(riskVerdict({ empiricalRisk: 18.4, risk: 15.2 })).toContain('hard on this curve by 3.20');
  expect(riskVerdict({ empiricalRisk: 4, risk: 4.001 })).toContain('agree: 4.00');
});

test('hours are written as a clock shows them', () => {
  expect([0, 2.5781, 14.6, 23.999, 24].map(clockTime)).toEqual(['0:00', '2:35', '14:36', '24:00', '24:00']);
});

describe('the address of a bent curve', () => {
  const { read, changed, write } = bendCurveFormat('f');

  test('brings back the curve it was written from', () => {
    for (const seed of seeds) {
      const handles = bentCurve({ ...start, seed }).handles;
      const moved = handles.reduce<Settings>(
        (settings, { hour }, index) => withHeight(settings, index, hour, 2 * index),
        { ...start, seed, shape: 'line' },
      );
      const { state, notices } = read(write('', moved));
      expect(notices).toEqual([]);
      expect(bentCurve(state as Settings)).toEqual(bentCurve(moved));
    }
  });

  test('leaves out moves of handles that the curve does not have, and says so', () => {
    const { state, notices } = read('?v=1&f.points=zz.00');
    expect(state?.moved).toEqual([]);
    expect(notices.join()).toContain('2 of them do not belong to this curve');
  });

  test('follows words in the text, which can put all handles back', () => {
    const moved = withHeight(start, 0, 0, 20);
    expect(changed({ seed: '2' }, moved).state).toEqual({ ...moved, seed: 2 });
    expect(changed({ shape: 'line', points: '' }, moved).state).toEqual({ ...start, shape: 'line' });
  });
});
