import { expect, test } from 'vitest';
import { tickText } from '../../../../src/figures/chart/difference-rows.ts';

test('ticks of differences say all of their value, however small their steps', () => {
  expect([-0.4, 0, 0.02, 0.04, 1, 2.5, 0.1 + 0.2, 0.005].map(tickText)).toEqual([
    '−0.4',
    '0',
    '+0.02',
    '+0.04',
    '+1',
    '+2.5',
    '+0.3',
    '+0.005',
  ]);
});
