import { describe, expect, test } from 'vitest';
import file from '../../content/results/calibration.json' with { type: 'json' };
import { calibrationFinding } from '../../src/islands/calibration/finding.ts';
import { bakedCalibration } from '../../src/islands/calibration/baked-calibration.ts';
import { methods } from '../../src/islands/calibration/read-calibration.ts';
import { baked, bakedDifference } from '../../src/islands/kit/baked/baked-results.ts';

/** What the article on calibration says in words, held against what is kept. */

const mean = (path: string): number => baked('calibration', path).mean;
const change = (measure: string, one: string, other = 'erm') =>
  bakedDifference('calibration', `${one}.${measure}.last`, `${other}.${measure}.last`);

describe('over the seeds it is true', () => {
  test('that ERM is right in 97 of 100 and about as sure, and the others claim clearly less than they get right', () => {
    expect(Math.round(100 * (1 - mean('erm.testError.last')))).toBe(97);
    expect(Math.abs(mean('erm.confidence.last') - (1 - mean('erm.testError.last')))).toBeLessThan(0.02);
    for (const method of ['weak-mixup', 'mixup', 'smoothing'])
      expect(mean(`${method}.confidence.last`), method).toBeLessThan(1 - mean(`${method}.testError.last`) - 0.02);
    expect(mean('smoothing.confidence.last')).toBeLessThan(mean('mixup.confidence.last'));
  });

  test('that mixup makes as few errors or fewer, and has the higher loss', () => {
    for (const method of ['weak-mixup', 'mixup']) {
      const errors = change('testError', method);
      expect(errors.mean - errors.halfWidth, method).toBeLessThan(0);
    }
    const loss = change('testLoss', 'mixup');
    expect(loss.mean - loss.halfWidth).toBeGreaterThan(0);
    const weak = change('testLoss', 'weak-mixup');
    expect(weak.mean).toBeGreaterThan(0);
    expect(weak.mean).toBeLessThan(weak.halfWidth);
  });

  test('that ERM wants a temperature above 1 and mixup one below', () => {
    const ends = (path: string) => [mean(path) - baked('calibration', path).halfWidth, mean(path) + baked('calibration', path).halfWidth];
    expect(ends('erm.temperature.last')[0]).toBeGreaterThan(1);
    for (const method of ['weak-mixup', 'mixup', 'smoothing']) expect(ends(`${method}.temperature.last`)[1], method).toBeLessThan(1);
  });

  test('that after one temperature weak mixup’s loss is lower than ERM’s, strong mixup’s the same, and smoothing is lowest', () => {
    const weak = change('rescaledLoss', 'weak-mixup');
    expect(weak.mean + weak.halfWidth).toBeLessThan(0);
    const strong = change('rescaledLoss', 'mixup');
    expect(Math.abs(strong.mean)).toBeLessThan(strong.halfWidth);
    for (const method of ['erm', 'weak-mixup', 'mixup']) {
      const { mean: less, halfWidth } = change('rescaledLoss', 'smoothing', method);
      expect(less + halfWidth, method).toBeLessThan(0);
    }
    for (const method of ['erm', 'weak-mixup', 'mixup'])
      expect(mean('smoothing.testError.last'), method).toBeLessThan(mean(`${method}.testError.last`));
  });

  test('that ERM as trained lies near the floor, and at temperatures of their own all do, as nobody else as trained', () => {
    const above = (method: string, error: string, floor: string) =>
      100 * (mean(`${method}.${error}.last`) - mean(`${method}.${floor}.last`));
    expect(above('erm', 'calibrationError', 'calibrationFloor')).toBeLessThan(1.2);
    for (const method of ['weak-mixup', 'mixup', 'smoothing'])
      expect(above(method, 'calibrationError', 'calibrationFloor'), method).toBeGreaterThan(3);
    for (const { condition } of methods)
      expect(above(condition, 'rescaledCalibrationError', 'rescaledFloor'), condition).toBeLessThan(1.2);
  });
});

test('the titles are those that the article tells: as trained, at one half, and at temperatures of their own', () => {
  const title = (at: 1 | 0.5 | 0.25 | 'own') => calibrationFinding(bakedCalibration().groups.map((one) => one[at]), at === 'own');
  expect(title(1)).toBe('Too modest: mixup, smoothing; about right: ERM');
  expect(title('own')).toBe('At a temperature of its own, each is about right');
  expect(title(0.5)).toBe('Too sure: ERM; about right: mixup, smoothing');
  expect(title(0.25)).toBe('Too sure: ERM, mixup; about right: smoothing');
});

test('what the figure draws is what is kept: loss, error and floor, as trained and at temperatures of their own', () => {
  bakedCalibration().methods.forEach(({ at, temperature }, k) => {
    const kept = file.conditions.find(({ condition }) => condition === methods[k]?.condition)?.measures;
    expect(at[1].loss.mean).toBeCloseTo(kept?.testLoss.last.mean as number, 3);
    expect(at.own.loss.mean).toBeCloseTo(kept?.rescaledLoss.last.mean as number, 3);
    expect(at[1].error.mean).toBeCloseTo(100 * (kept?.calibrationError.last.mean as number), 3);
    expect(at.own.floor).toBeCloseTo(100 * (kept?.rescaledFloor.last.mean as number), 3);
    expect(temperature.mean).toBeCloseTo(kept?.temperature.last.mean as number, 3);
  });
});
