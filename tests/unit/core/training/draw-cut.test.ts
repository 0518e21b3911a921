import { describe, expect, test } from 'vitest';
import { betaQuantiles } from '../../../../src/core/random/beta-quantiles.ts';
import { createPlan } from '../../../../src/core/training/create-plan.ts';
import { draw, type Draw } from '../../../../src/core/training/draw.ts';
import { allRows } from '../../../../src/core/training/ensemble.ts';
import type { Mask } from '../../../../src/core/training/mask.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { mixupPolicy, type Policy } from '../../../../src/core/training/policy.ts';
import { expectSome } from '../../../expect-some.ts';

const [width, height] = [7, 5];
const size = width * height;
const patch: Mask = { kind: 'patch', width, height };
const pixels: Mask = { ...patch, kind: 'pixels' };
const batch = 16;

/** What a member draws in some steps, example after example. */
function drawsOf(policy: Policy, steps: number): Draw[] {
  const labels = Uint8Array.from({ length: 40 }, (_, row) => row % 2);
  const plan = createPlan({
    network: { sizes: [size, 2], activation: 'relu' },
    inputs: new Float32Array(40 * size),
    members: [{ seed: 5, policy, optimizer: adam(0.01), labels, rows: allRows(40) }],
    batch,
  });
  return Array.from({ length: steps * batch }, (_, k) => draw(plan, 0, Math.floor(k / batch), k % batch));
}

const perExample = (mask: Mask): Policy => mixupPolicy(1, { mask, lambdaPer: 'example' });
const cutOf = ({ cut }: Draw): readonly number[] => cut ?? [];

/**
 * How often each pixel is the second partner's, by going through every lambda and every center: a patch of the asked-for sides around the
 * center, in whole pixels, clipped at the border.
 */
function expectedShares(): number[] {
  const covered = new Array<number>(size).fill(0);
  const quantiles = betaQuantiles(1);
  for (const lambda of quantiles) {
    const [wide, tall] = [width, height].map((side) => Math.round(side * Math.sqrt(1 - lambda))) as [number, number];
    const near = (center: number, length: number, at: number): boolean =>
      at >= center - Math.floor(length / 2) && at < center + Math.ceil(length / 2);
    for (let pixel = 0; pixel < size; pixel += 1) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      const columns = Array.from({ length: width }, (_, center) => near(center, wide, x)).filter(Boolean).length;
      const rows = Array.from({ length: height }, (_, center) => near(center, tall, y)).filter(Boolean).length;
      covered[pixel] = (covered[pixel] as number) + (columns * rows) / size;
    }
  }
  return covered.map((sum) => sum / quantiles.length);
}

describe('a patch', () => {
  const draws = drawsOf(perExample(patch), 400);

  test('is a rectangle, and lambda is the share of the picture that it leaves', () => {
    for (const one of expectSome(draws, 'draws')) {
      const cut = cutOf(one);
      const columns = new Set(cut.map((pixel) => pixel % width));
      const rows = new Set(cut.map((pixel) => Math.floor(pixel / width)));
      expect(cut).toHaveLength(columns.size * rows.size);
      for (const side of [columns, rows])
        if (side.size > 0) expect(Math.max(...side) - Math.min(...side)).toBe(side.size - 1);
      expect(one.lambda).toBe(Math.fround(1 - cut.length / size));
    }
  });

  test('lies around every pixel alike, and covers each as often as CutMix says', () => {
    const expected = expectedShares();
    expected.forEach((share, pixel) => {
      const seen = draws.filter((one) => cutOf(one).includes(pixel)).length / draws.length;
      // 6,400 draws; 35 pixels are looked at.
      expect(Math.abs(seen - share), `pixel ${pixel}`).toBeLessThan(
        3.5 * Math.sqrt((share * (1 - share)) / draws.length),
      );
    });
    // A corner is in fewer patches than the middle.
    expect(expected[0]).toBeLessThan(0.6 * (expected[17] as number));
  });

  test('lies elsewhere in each example of a mini-batch, where each has its own', () => {
    // Whether a corner is covered in one example says nothing of the next: both at once as often as chance has it.
    const covers = (n: number): boolean => cutOf(draws[n] as Draw).includes(0);
    const places = Array.from(draws.keys());
    const alone = places.filter(covers).length / places.length;
    const pairs = places.filter((n) => n % batch !== batch - 1);
    const both = pairs.filter((n) => covers(n) && covers(n + 1)).length / pairs.length;
    const chance = alone * alone;
    expect(alone).toBeGreaterThan(0.05);
    expect(Math.abs(both - chance)).toBeLessThan(3.5 * Math.sqrt((chance * (1 - chance)) / pairs.length));
  });

  test('is one for the mini-batch where lambda is', () => {
    const steps = drawsOf(mixupPolicy(1, { mask: patch }), 60);
    const texts = Array.from({ length: 60 }, (_, s) =>
      steps.slice(s * batch, (s + 1) * batch).map((one) => JSON.stringify(cutOf(one))),
    );
    for (const text of texts) expect(new Set(text).size).toBe(1);
    expect(new Set(texts.map(([first]) => first)).size).toBeGreaterThan(30);
  });

  test('is small where the first partner has to be the heavier one', () => {
    const heavy = drawsOf(mixupPolicy(1, { mask: patch, lambdaPer: 'example', heavier: 'first' }), 60);
    // The largest patch asked for has half of the area: 5 x 4 of 7 x 5 pixels.
    expect(Math.max(...heavy.map((one) => cutOf(one).length))).toBe(20);
    expect(Math.max(...draws.map((one) => cutOf(one).length))).toBeGreaterThan(25);
  });
});

describe('scattered pixels', () => {
  const draws = drawsOf(perExample(pixels), 400);

  test('are as many as the patch of the same seed has, so that lambda is the same to the bit', () => {
    const patches = drawsOf(perExample(patch), 400);
    expect(draws.map(({ lambda }) => lambda)).toEqual(patches.map(({ lambda }) => lambda));
    expect(draws.map((one) => cutOf(one).length)).toEqual(patches.map((one) => cutOf(one).length));
  });

  test('lie on every pixel alike, and on neighbors no more often than on others', () => {
    const mean = draws.reduce((sum, one) => sum + cutOf(one).length, 0) / draws.length / size;
    const square = draws.reduce(
      (sum, one) => sum + (cutOf(one).length / size) * ((cutOf(one).length - 1) / (size - 1)),
      0,
    );
    const together = (a: number, b: number): number =>
      draws.filter((one) => cutOf(one).includes(a) && cutOf(one).includes(b)).length / draws.length;
    const far = 3.5 / Math.sqrt(draws.length) / 2;
    for (let pixel = 0; pixel < size; pixel += 1) {
      expect(Math.abs(together(pixel, pixel) - mean), `pixel ${pixel}`).toBeLessThan(far);
      const next = (pixel + 1) % size;
      expect(Math.abs(together(pixel, next) - square / draws.length), `pixels ${pixel}, ${next}`).toBeLessThan(far);
    }
  });
});

describe('steps that mix', () => {
  test('begin and end where the policy says; before and after, examples are whole', () => {
    for (const mask of [undefined, patch, pixels]) {
      const own = { lambdaPer: 'example', ...(mask && { mask }) } as const;
      const always = drawsOf(mixupPolicy(1, own), 9);
      const some = drawsOf(mixupPolicy(1, { ...own, mixesFrom: 2, mixesUntil: 6 }), 9);
      const isMixed = (k: number): boolean => k >= 2 * batch && k < 6 * batch;
      const expected = always.map((one, k) => (isMixed(k) ? one : { first: one.first, second: one.second, lambda: 1 }));
      expect(some).toEqual(expected);
    }
  });
});
