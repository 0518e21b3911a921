import { expect, test } from 'vitest';
import {
  discriminatorExamples,
  drawn,
  fakePoints,
  pairOf,
  realPoints,
} from '../../../src/islands/real-to-fake/scene.ts';
import { expectSome } from '../../expect-some.ts';

const real = realPoints();
const fake = fakePoints();
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

test('the plain game shows real points with target 1 and fake ones with target 0, half of each', () => {
  const examples = discriminatorExamples(real, fake);
  expect(examples).toHaveLength(drawn);
  expect(examples.filter(({ target }) => target === 1)).toHaveLength(drawn / 2);
  for (const { x, y, target } of expectSome(examples, 'examples')) {
    const among = target === 1 ? real : fake;
    expect(among.some((place) => near(place.x, x) && near(place.y, y))).toBe(true);
  }
});

test('with mixup a blend lies where its target says on a segment between a fake and a real point', () => {
  for (const { x, y, target, label } of expectSome(discriminatorExamples(real, fake, 1).slice(0, 20), 'examples')) {
    expect(label).toBeCloseTo(1 - target, 12);
    const found = real.some((r) =>
      fake.some((f) => near(f.x + target * (r.x - f.x), x) && near(f.y + target * (r.y - f.y), y)),
    );
    expect(found).toBe(true);
  }
});

test('at alpha 1 about nine in ten blends lie more than 5 % from both ends, at alpha 0.2 far fewer', () => {
  const share = (alpha: number): number =>
    discriminatorExamples(real, fake, alpha).filter(({ target }) => target > 0.05 && target < 0.95).length / drawn;
  expect(share(1)).toBeGreaterThan(0.84);
  expect(share(1)).toBeLessThan(0.96);
  // Beta(0.2, 0.2) has 58 % of its mass within 0.05 of 0 or 1.
  expect(share(0.2)).toBeGreaterThan(0.32);
  expect(share(0.2)).toBeLessThan(0.52);
});

test('each pair has a real point from another cluster', () => {
  const clusters = Array.from({ length: 8 }, (_, n) => {
    const { x, y } = pairOf(real, fake, n + 1).real;
    return Math.round((8 * Math.atan2(y, x)) / (2 * Math.PI) + 8) % 8;
  });
  expect(new Set(clusters).size).toBe(8);
});
