import { describe, expect, test } from 'vitest';
import { mixingStrength } from '../../../../src/core/random/mixing-strength.ts';
import { drawBatch, drawnLambdas, pairCount } from '../../../../src/islands/alpha-batch/draw-batch.ts';
import { alphaBatchParameters } from '../../../../src/islands/alpha-batch/parameters.ts';
import { defaultsOf } from '../../../../src/parameters/parameter.ts';

const settings = defaultsOf(alphaBatchParameters);
const imagesOf = (changes: Partial<typeof settings>) =>
  drawBatch({ ...settings, ...changes }).map(({ first, second }) => [first, second]);
const lambdasOf = (changes: Partial<typeof settings>) =>
  drawBatch({ ...settings, ...changes }).map(({ lambda }) => lambda);

describe('drawBatch', () => {
  test('gives the same pairs for the same settings, and others for another seed or draw', () => {
    expect(drawBatch(settings)).toEqual(drawBatch(settings));
    expect(imagesOf({ seed: 5 })).not.toEqual(imagesOf({}));
    expect(imagesOf({ draw: 2 })).not.toEqual(imagesOf({}));
    expect(lambdasOf({ draw: 2 })).not.toEqual(lambdasOf({}));
  });

  test('keeps the images when alpha or who shares lambda changes', () => {
    expect(imagesOf({ alpha: 0.2 })).toEqual(imagesOf({}));
    expect(imagesOf({ per: 'batch' })).toEqual(imagesOf({}));
  });

  test('gives each pair its own lambda, or all the same one', () => {
    expect(new Set(lambdasOf({ per: 'example' })).size).toBe(pairCount);
    expect(new Set(lambdasOf({ per: 'batch' })).size).toBe(1);
    expect(lambdasOf({ per: 'batch' })[0]).toBe(lambdasOf({ per: 'example' })[0]);
  });

  test('mixes nothing at alpha = 0', () => {
    expect(lambdasOf({ alpha: 0 })).toEqual(new Array(pairCount).fill(1));
  });

  test('takes every digit and every image of the sample, equally often', () => {
    const counts = new Map<string, number>();
    for (let draw = 1; draw <= alphaBatchParameters.draw.max; draw += 1) {
      for (const { digit, sample } of imagesOf({ draw }).flat()) {
        counts.set(`${digit} ${sample}`, (counts.get(`${digit} ${sample}`) ?? 0) + 1);
      }
    }
    // 6,400 images over 200: 32 each; the standard deviation of a count is 5.6.
    expect(counts.size).toBe(200);
    for (const count of counts.values()) expect(Math.abs(count - 32)).toBeLessThan(28);
  });
});

describe('drawnLambdas', () => {
  test('holds those of every mini-batch up to this one, in order', () => {
    const upTo3 = drawnLambdas({ ...settings, draw: 3 });
    expect(upTo3).toEqual([1, 2, 3].flatMap((draw) => lambdasOf({ draw })));
    expect(drawnLambdas({ ...settings, draw: 3, per: 'batch' })).toEqual(
      [1, 2, 3].map((draw) => lambdasOf({ draw, per: 'batch' })[0]),
    );
  });

  test.each([0.1, 0.2, 1, 8])('is barely mixed as often as expected at alpha = %d', (alpha) => {
    const lambdas = drawnLambdas({ ...settings, alpha, draw: 200 });
    const share = lambdas.filter((lambda) => lambda < 0.1 || lambda > 0.9).length / lambdas.length;
    // Four standard errors of 3,200 draws are at most 0.035.
    expect(Math.abs(share - mixingStrength(alpha).barely)).toBeLessThan(0.035);
  });
});

test('the first mini-batch is a typical one, as its comment says', () => {
  const barely = lambdasOf({ alpha: 1 }).filter((lambda) => lambda < 0.1 || lambda > 0.9);
  expect(barely).toHaveLength(3);
});
