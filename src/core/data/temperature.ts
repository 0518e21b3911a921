import { cos } from '../elementary/sine.ts';
import { square } from '../elementary/whole-power.ts';
import { expectInteger } from '../expect.ts';
import { integrate } from '../random/integrate.ts';
import { createRandom, randomNormal } from '../random/random.ts';

/** Hours of a day: the inputs of the toy go from 0 to this, all equally likely. */
export const dayHours = 24;

/** Standard deviation of a reading around the mean at its hour, in °C, by weather and thermometer. */
export const readingNoise = 2;

/** The mean temperature at an hour of the day, in °C: lowest before dawn, highest in the afternoon. */
export function meanTemperature(hour: number): number {
  return 14 + 5 * cos((2 * Math.PI * (hour - 15)) / 24) + cos((2 * Math.PI * (hour - 14)) / 12);
}

/** Labeled examples of a regression with one input. */
export interface Readings {
  /** Ascending, from 0 to 24. */
  readonly hours: readonly number[];
  /** In °C. */
  readonly temperatures: readonly number[];
}

/**
 * Reads a thermometer at equal distances, starting at a random time: every hour of the day is equally likely to be read,
 * so the mean of any quantity over the readings has its mean over the day as expectation.
 *
 * @param count how many readings, at least 1
 * @param seed whole number from 0 to 2^32 - 1
 */
export function readTemperatures(count: number, seed: number): Readings {
  expectInteger('count', count, 1);
  expectInteger('seed', seed, 0, 2 ** 32 - 1);
  const start = createRandom(seed, 'temperature', 'start')();
  const noise = createRandom(seed, 'temperature', 'noise');
  const hours = Array.from({ length: count }, (_, i) => (dayHours * (i + start)) / count);
  return { hours, temperatures: hours.map((hour) => meanTemperature(hour) + readingNoise * randomNormal(noise)) };
}

/**
 * The expected squared error of a curve over all hours of the day and all noise, in °C²: the variance of the noise, which
 * no curve can avoid, plus the mean squared distance from the mean temperature.
 *
 * @param curve predicts the temperature from the hour
 * @param breaks hours between which the curve is smooth, ascending, from 0 to 24
 */
export function temperatureRisk(curve: (hour: number) => number, breaks: readonly number[]): number {
  const squares = integrate((hour) => square(curve(hour) - meanTemperature(hour)), breaks);
  return square(readingNoise) + squares / dayHours;
}
