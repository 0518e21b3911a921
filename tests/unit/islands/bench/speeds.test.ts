import { expect, test } from 'vitest';
import { placeOf, resultText, roundSpeed, speedText } from '../../../../src/islands/bench/speeds.ts';

test('speeds are told to two digits, and millions in words', () => {
  expect(roundSpeed(135_914)).toBe(140_000);
  expect(speedText(97.3)).toBe('97');
  expect(speedText(8454)).toBe('8,500');
  expect(speedText(21_221_053)).toBe('21 million');
  expect(speedText(1_130_373)).toBe('1.1 million');
});

test('each tenfold speed is the same way further on the axis, which ends are never left', () => {
  const places = [10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8].map(placeOf);
  places.forEach((place, n) => expect(place).toBeCloseTo(n / 7, 12));
  expect([placeOf(1), placeOf(1e12)]).toEqual([0, 1]);
});

test('the text to copy is a table whose columns stand below each other, without the cases that were not measured', () => {
  const text = resultText(
    'Speeds',
    ['CPU: 3 workers'],
    [
      { network: '2-16-16-2', members: 1, by: 'webgpu', modelStepsPerSecond: 77_233 },
      { network: '2-16-16-2', members: 1, by: 'cpu', modelStepsPerSecond: 7472 },
      { network: '64-64-64-10', members: 1024, by: 'cpu', modelStepsPerSecond: 99 },
    ],
  );
  expect(text.split('\n')).toEqual([
    'Speeds',
    'CPU: 3 workers',
    '',
    'Steps a second, summed over the members:',
    'network      members  WebGPU    CPU',
    '2-16-16-2          1  77,000  7,500',
    '64-64-64-10     1024             99',
    '',
  ]);
});
