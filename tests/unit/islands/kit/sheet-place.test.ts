import { expect, test } from 'vitest';
import { heightBelow, sheetPlace } from '../../../../src/islands/kit/demo/sheet-place.ts';

// A window of 800 px. Expected places are drawn by hand: the sheet's upper edge is at 800 - height.
const windowHeight = 800;

test('a sheet that fits below plots and dock moves nothing', () => {
  expect(sheetPlace({ top: 50, bottom: 450 }, 200, windowHeight)).toEqual({ scroll: 0, height: 200 });
});

test('a long sheet ends where the dock ends once the plot is at the top', () => {
  expect(sheetPlace({ top: 100, bottom: 500 }, 5000, windowHeight)).toEqual({ scroll: 100, height: 400 });
});

test('plots out of the window above are brought back to its top', () => {
  expect(sheetPlace({ top: -150, bottom: 250 }, 300, windowHeight)).toEqual({ scroll: -150, height: 300 });
});

test('plots that leave too little room go out above as far as the dock needs it, and the sheet gets two fifths', () => {
  expect(sheetPlace({ top: 0, bottom: 760 }, 5000, windowHeight)).toEqual({ scroll: 280, height: 320 });
});

test('plots as high as the window are not brought back where the dock would go below the sheet', () => {
  expect(sheetPlace({ top: -400, bottom: 360 }, 5000, windowHeight)).toEqual({ scroll: -120, height: 320 });
});

test('a sheet below a figure that stays pinned a little below the top is as much lower', () => {
  expect(heightBelow(318, 430, 740)).toBe(422);
  expect(heightBelow(600, 296, 740)).toBe(296);
});
