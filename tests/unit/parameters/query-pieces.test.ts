import { expect, test } from 'vitest';
import { withSettings } from '../../../src/parameters/query-pieces.ts';

test('settings take the place of what an address says of them, and leave all else as it stands', () => {
  const address = '?v=1&engine=cpu&plane.alpha=0.1&plane.seed=3&other.alpha=2&from=a+b';
  expect(withSettings(address, 'plane', { alpha: '0.4' })).toBe(
    '?v=1&engine=cpu&plane.seed=3&other.alpha=2&from=a+b&plane.alpha=0.4',
  );
});

test('a preset asked for before the figure is there leaves nothing of what was asked for before', () => {
  const address = '?v=1&engine=cpu&plane.preset=moons&Plane.alpha=0.1&other.alpha=2';
  expect(withSettings(address, 'plane', { preset: 'rings', seed: '5' })).toBe(
    '?v=1&engine=cpu&other.alpha=2&plane.preset=rings&plane.seed=5',
  );
});
