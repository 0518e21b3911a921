import { describe, expect, test } from 'vitest';
import {
  dayHours,
  meanTemperature,
  readingNoise,
  readTemperatures,
  temperatureRisk,
} from '../../../../src/core/data/temperature.ts';

const day = Array.from({ length: dayHours + 1 }, (_, hour) => hour);

describe('readings of a day', () => {
  test('are at equal distances, ascending, within the day, and the same for the same seed', () => {
    for (const seed of [0, 1, 9999]) {
      const { hours, temperatures } = readTemperatures(6, seed);
      expect(readTemperatures(6, seed)).toEqual({ hours, temperatures });
      hours.forEach((hour, i) => expect(hour - (hours[0] as number)).toBeCloseTo(4 * i, 10));
      expect(hours[0]).toBeGreaterThanOrEqual(0);
      expect(hours[5]).toBeLessThan(dayHours);
    }
  });

  test('scatter around the mean with the stated noise, at every hour of the day alike', () => {
    const seeds = Array.from({ length: 4000 }, (_, seed) => readTemperatures(6, seed));
    const errors = seeds.flatMap(({ hours, temperatures }) =>
      hours.map((hour, i) => (temperatures[i] as number) - meanTemperature(hour)),
    );
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const variance = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
    // Five standard errors of 24,000 draws.
    expect(Math.abs(mean)).toBeLessThan((5 * readingNoise) / Math.sqrt(24_000));
    expect(Math.abs(variance / readingNoise ** 2 - 1)).toBeLessThan(5 * Math.sqrt(2 / 24_000));
    const morning = seeds.flatMap(({ hours }) => hours).filter((hour) => hour < 7.5).length;
    expect(Math.abs(morning / 24_000 - 7.5 / 24)).toBeLessThan(0.01);
  });
});

describe('temperatureRisk', () => {
  test('of a constant is the variance of the noise, of the day, and its squared distance from the mean', () => {
    // Cosines over whole periods: half the squared amplitudes, 5² / 2 and 1² / 2.
    for (const level of [14, 9]) expect(temperatureRisk(() => level, day)).toBeCloseTo(4 + 13 + (level - 14) ** 2, 6);
  });

  test('of the true mean is the noise alone', () => {
    expect(temperatureRisk(meanTemperature, day)).toBe(readingNoise ** 2);
  });

  test('of a line is what a great many fresh readings say', () => {
    const line = (hour: number) => 10 + 0.3 * hour;
    let [sum, squares, count] = [0, 0, 0];
    for (let seed = 10_000; seed < 20_000; seed += 1) {
      const { hours, temperatures } = readTemperatures(1, seed);
      const error = ((temperatures[0] as number) - line(hours[0] as number)) ** 2;
      [sum, squares, count] = [sum + error, squares + error ** 2, count + 1];
    }
    const standardError = Math.sqrt((squares / count - (sum / count) ** 2) / count);
    expect(Math.abs(sum / count - temperatureRisk(line, day))).toBeLessThan(4 * standardError);
  });
});
