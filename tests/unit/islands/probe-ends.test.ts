import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/islands/erm-vs-mixup/presets.ts';
import { labelAt, probeOn } from '../../../src/islands/erm-vs-mixup/probe-ends.ts';
import { stateFormat } from '../../../src/islands/erm-vs-mixup/address.ts';
import { trainingPoints, type ToyPoint } from '../../../src/islands/erm-vs-mixup/training-points.ts';

describe.each(presets)('on “$title”', ({ name, settings }) => {
  const points = trainingPoints(settings);
  const { a, b } = probeOn(settings);
  const on = ({ x, y }: { x: number; y: number }): ToyPoint[] =>
    points.filter((point) => Math.hypot(point.x - x, point.y - y) < 0.008);

  test('i stands on an example of class A and j on one of class B, apart from each other', () => {
    expect(on(a)).toContainEqual(expect.objectContaining({ label: 0, flipped: false }));
    expect(on(b)).toContainEqual(expect.objectContaining({ label: 1, flipped: false }));
    expect([labelAt(points, a), labelAt(points, b)]).toEqual([0, 1]);
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.4);
  });

  test('an address that names it puts them there, and one that names places keeps these', () => {
    const { read } = stateFormat('erm-vs-mixup');
    expect(read(`?erm-vs-mixup.preset=${name}`).state?.probe).toEqual({ a, b });
    expect(read(`?erm-vs-mixup.preset=${name}&erm-vs-mixup.ax=-0.5`).state?.probe).toEqual({
      a: { x: -0.5, y: a.y },
      b,
    });
  });
});

test('the label at a place is the right one of the nearest example, whatever it is trained as', () => {
  const points: ToyPoint[] = [
    { index: 0, x: 0, y: 0, label: 0, flipped: true },
    { index: 1, x: 1, y: 0, label: 1, flipped: true },
    { index: 2, x: 2, y: 0, label: 0, flipped: false },
  ];
  expect([-1, 0.9, 3].map((x) => labelAt(points, { x, y: 0 }))).toEqual([1, 0, 0]);
});
