import { describe, expect, test } from 'vitest';
import { expectSome } from '../../../expect-some.ts';
import { lambdaAt } from '../../../../src/figures/plane/segment.ts';
import { stateFormat } from '../../../../src/islands/erm-vs-mixup/address.ts';
import { crossings } from '../../../../src/islands/erm-vs-mixup/crossings.ts';
import { makeExperiment, protocol } from '../../../../src/islands/erm-vs-mixup/experiment.ts';
import { miniBatch } from '../../../../src/islands/erm-vs-mixup/mini-batches.ts';
import { presets } from '../../../../src/islands/erm-vs-mixup/presets.ts';
import { stepAt } from '../../../../src/islands/erm-vs-mixup/story-pace.ts';
import { extentOf } from '../../../../src/islands/erm-vs-mixup/surface-grid.ts';
import { trainingPoints } from '../../../../src/islands/erm-vs-mixup/training-points.ts';

const spirals = presets.find(({ name }) => name === 'spirals') ?? presets[0];

describe.each(presets)('“$title”', ({ settings }) => {
  test('lies in the plane, all but one example of a hundred, for every seed that is baked', () => {
    for (let seed = 1; seed <= 16; seed += 1) {
      const { x } = extentOf({ ...settings, seed });
      const points = expectSome(trainingPoints({ ...settings, seed }), 'examples');
      const outside = points.filter((point) => Math.max(Math.abs(point.x), Math.abs(point.y)) >= x[1]);
      expect(outside.length, `seed ${seed}`).toBeLessThanOrEqual(points.length / 100);
    }
  });
});

test('a plane that a reader has moved an example beyond is as wide as it ever was', () => {
  const edits = [{ index: 0, x: 1.7, y: 0, label: 0 }] as const;
  expect(extentOf({ ...spirals.settings, edits }).x).toEqual([-1.75, 1.75]);
  expect(extentOf({ ...spirals.settings, noise: 0.4 }).x).toEqual([-1.75, 1.75]);
});

test('what a step sees is what the run draws: the same examples for both, blended for one', () => {
  const experiment = makeExperiment(spirals.settings);
  const { erm, mixup } = miniBatch(experiment, 3);
  expect(erm).toHaveLength(protocol.batch);
  expect(erm.map(({ blend }) => [blend.x, blend.y])).toEqual(erm.map(({ from: [i] }) => [i.x, i.y]));
  expect(mixup.map(({ from: [i] }) => i)).toEqual(erm.map(({ from: [i] }) => i));
  const weights = mixup.flatMap(({ blend, from: [i, j] }) =>
    i.label === j.label ? [] : [(blend.label - j.label) / (i.label - j.label)],
  );
  // One λ for the whole mini-batch.
  for (const weight of expectSome(weights, 'pairs of two classes'))
    expect(weight).toBeCloseTo(weights[0] as number, 10);
  const [{ blend, from }] = mixup as [(typeof mixup)[number]];
  const lambda = weights[0] as number;
  expect(blend.x).toBeCloseTo(lambda * from[0].x + (1 - lambda) * from[1].x, 10);
});

test('segments across the other class join examples of one class, and their middle lies at one of the other', () => {
  const points = trainingPoints({ ...spirals.settings, seed: 5 });
  const found = crossings(points, 5);
  expect(found).toHaveLength(5);
  for (const { from, to, middle } of found) {
    const labels = [from, to].map((end) => points.find(({ x, y }) => x === end.x && y === end.y)?.label);
    expect(labels).toEqual([middle.label, middle.label]);
    expect(middle.x).toBeCloseTo((from.x + to.x) / 2, 10);
    const nearest = Math.min(
      ...points.filter(({ label }) => label !== middle.label).map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)),
    );
    expect(nearest).toBeLessThan(0.1);
  }
  expect(crossings(points.slice(0, 1), 5)).toEqual([]);
});

test('a run is shown slowly at first, and ends after 4.2 s', () => {
  expect(stepAt(0, 1000)).toBe(0);
  // (1.08 / 4.2)^1.7 = 0.0994
  expect(stepAt(1080, 1000)).toBeCloseTo(99.4, 0);
  expect(stepAt(4200, 1000)).toBe(1000);
  expect(stepAt(60_000, 1000)).toBe(1000);
});

test('the blend nearest to a pointer has the share of i that its place on the segment says', () => {
  const probe = { a: { x: 0, y: 0 }, b: { x: 2, y: 0 } };
  expect([-1, 0.5, 1, 5].map((x) => lambdaAt(probe, { x, y: 3 }))).toEqual([1, 0.75, 0.5, 0]);
  expect(lambdaAt({ a: probe.a, b: probe.a }, { x: 1, y: 1 })).toBe(0.5);
});

test('words that change the look of a run leave it at its step; others take it to its end', () => {
  const { read, changed } = stateFormat('erm-vs-mixup');
  const { state } = read('?erm-vs-mixup.preset=spirals&erm-vs-mixup.step=40');
  if (!state) throw new Error('The address names the figure.');
  expect(changed({ lambda: '0.5', view: 'errors' }, state).state).toMatchObject({
    step: 40,
    lambda: 0.5,
    view: 'errors',
  });
  expect(changed({ alpha: '8' }, state).state).toMatchObject({ step: 1000, lambda: 0.7 });
});
