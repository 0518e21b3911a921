import { describe, expect, test } from 'vitest';
import { pointName, pressPointKey, type Grip } from '../../../../src/figures/plane/point-grip.ts';
import type { SurfacePoint } from '../../../../src/figures/plane/surface-point.ts';

const points: SurfacePoint[] = [
  { x: 0.31, y: -0.52, label: 0 },
  { x: 1, y: 0.98, label: 1, flipped: true },
  { x: -1, y: 0, label: 0 },
];
const extent = { x: [-2, 2], y: [-1, 1] } as const;
const all = { move: true, add: true, remove: true };
const press = (grip: Grip, key: string, shift = false, abilities = all, among = points) =>
  pressPointKey(grip, key, shift, among, extent, abilities);

test('a point is called by number, class and place, with a true minus sign', () => {
  expect(pointName(points[0] as SurfacePoint, 11)).toBe('Point 12, class A, x 0.31, y −0.52');
  expect(pointName(points[1] as SurfacePoint, 0)).toBe('Point 1, class B, wrong label, x 1.00, y 0.98');
  expect(pointName({ x: -0.001, y: 0, label: 0.3 }, 0)).toBe('Point 1, 30 % class B, x 0.00, y 0.00');
});

describe('while choosing', () => {
  test.each([
    ['ArrowRight', 1],
    ['ArrowDown', 1],
    ['ArrowLeft', 2],
    ['ArrowUp', 2],
    ['Home', 0],
    ['End', 2],
  ])('%s goes to point %d, round the ends, and changes nothing', (key, index) => {
    expect(press({ index: 0 }, key)).toEqual({ grip: { index } });
  });

  test.each(['Enter', ' '])('"%s" picks the point up and remembers where it was', (key) => {
    expect(press({ index: 1 }, key)?.grip).toEqual({ index: 1, origin: { x: 1, y: 0.98 } });
  });

  test('keys without a meaning, or without permission, are left to the browser', () => {
    expect(press({ index: 0 }, 'Tab')).toBeUndefined();
    expect(press({ index: 0 }, 'Escape')).toBeUndefined();
    expect(press({ index: 0 }, 'toString')).toBeUndefined();
    expect(press({ index: 0 }, 'Delete', false, { ...all, remove: false })).toBeUndefined();
    expect(press({ index: 0 }, 'a', false, { ...all, add: false })).toBeUndefined();
    expect(press({ index: 0 }, 'Enter', false, { ...all, move: false })).toBeUndefined();
  });
});

describe('while holding', () => {
  const held = { index: 1, origin: { x: 0.5, y: 0.5 } };

  test('arrow keys move the point by 0.05, with Shift by 0.01, and keep hold of it', () => {
    expect(press(held, 'ArrowLeft')).toMatchObject({
      grip: held,
      change: { kind: 'move', index: 1, x: 0.95, y: 0.98 },
    });
    expect(press(held, 'ArrowDown', true)?.change).toEqual({ kind: 'move', index: 1, x: 1, y: 0.97 });
  });

  test('never past the edge of the plot', () => {
    expect(press(held, 'ArrowUp')?.change).toEqual({ kind: 'move', index: 1, x: 1, y: 1 });
  });

  test('Enter drops the point where it is, Escape puts it back', () => {
    expect(press(held, 'Enter')).toEqual({ grip: { index: 1 }, said: 'Dropped at x 1.00, y 0.98.' });
    expect(press(held, 'Escape')).toMatchObject({
      grip: { index: 1 },
      change: { kind: 'move', index: 1, x: 0.5, y: 0.5 },
    });
  });
});

describe('adding and removing', () => {
  test('Delete removes the point and goes to the one that takes its place', () => {
    expect(press({ index: 0 }, 'Delete')).toMatchObject({ grip: { index: 0 }, change: { kind: 'remove', index: 0 } });
    expect(press({ index: 2 }, 'Backspace')).toMatchObject({
      grip: { index: 1 },
      change: { kind: 'remove', index: 2 },
    });
  });

  test('"a" and "b" add a point of their class beside the chosen one, and choose it', () => {
    expect(press({ index: 0 }, 'b')).toMatchObject({
      grip: { index: 3 },
      change: { kind: 'add', x: 0.41, y: -0.52, label: 1 },
    });
  });

  test('the first point of an empty plane lies in its middle', () => {
    expect(press({ index: 0 }, 'A', true, all, [])).toMatchObject({
      grip: { index: 0 },
      change: { kind: 'add', x: 0, y: 0, label: 0 },
    });
    expect(press({ index: 0 }, 'ArrowLeft', false, all, [])).toBeUndefined();
  });
});
