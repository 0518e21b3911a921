import { expect, test } from 'vitest';
import { waveformPath } from '../../../../src/figures/sound/waveform-path.ts';

test('a waveform goes along its highest samples and back along its lowest ones', () => {
  // Two pieces in a box of 250 by 100: 0.6 reaches the edge, 0 is the middle.
  expect(waveformPath([0.6, 0, 0.3, -0.3], 2)).toBe('M0 0 250 25 250 75 0 50z');
});

test('silence is a line, and what is too loud for the box is cut at its edge', () => {
  expect(waveformPath([0, 0, 2, -2], 2)).toBe('M0 50 250 0 250 100 0 51z');
});
