import { describe, expect, test } from 'vitest';
import curves from '../../content/results/learning-curves.json' with { type: 'json' };
import abalone from '../../content/results/tabular-abalone.json' with { type: 'json' };
import sweep from '../../content/results/alpha-sweep.json' with { type: 'json' };
import clothesCurves from '../../content/results/learning-curves-clothes.json' with { type: 'json' };
import clothesSweep from '../../content/results/alpha-sweep-clothes.json' with { type: 'json' };
import { parameterCount } from '../../src/core/training/network.ts';
import { pictureNetwork } from '../../src/core/training/convolution.ts';
import { writtenResult } from '../../src/components/written-numbers.ts';
import { expectSome } from '../expect-some.ts';
import { baked, bakedAtStep, bakedDifference } from '../../src/islands/kit/baked/baked-results.ts';
import { bakedMemorizedDigits, countAnswers } from '../../src/islands/memorized-digits/answer-counts.ts';

/** What the articles on ImageNet and CIFAR say in words of the re-runs, held against what is kept of them. */

describe('of the sweep over α it is true', () => {
  const change = (condition: string) => bakedDifference('alpha-sweep', `${condition}.testError.last`, 'erm.testError.last');

  test.each(['mixup-0_1', 'mixup-0_2', 'mixup-0_4'])('that %s errs less than ERM', (condition) => {
    const { mean, halfWidth } = change(condition);
    expect(mean + halfWidth).toBeLessThan(0);
  });

  test.each(['mixup-1', 'mixup-2'])('that %s cannot be told from ERM', (condition) => {
    const { mean, halfWidth } = change(condition);
    expect(Math.abs(mean)).toBeLessThan(halfWidth);
  });

  test.each(['mixup-8', 'mixup-32'])('that %s errs more than ERM', (condition) => {
    const { mean, halfWidth } = change(condition);
    expect(mean - halfWidth).toBeGreaterThan(0);
  });

  test('that ERM gets every training digit right with every seed, and that the error grows with α from 0.4 on', () => {
    const errors = sweep.conditions.map(({ measures }) => measures.trainingError.last);
    expect(errors[0]?.values).toEqual(Array.from({ length: 16 }, () => 0));
    const grown = errors.slice(3).map(({ mean }) => mean);
    expect(grown).toEqual(grown.toSorted((a, b) => a - b));
  });

  test('that α = 0.4 has the higher test loss, and α = 0.2 no visible gain after 300 steps', () => {
    const bounds = ({ mean, halfWidth }: { mean: number; halfWidth: number }) => [mean - halfWidth, mean + halfWidth] as const;
    const [low] = bounds(baked('alpha-sweep', 'mixup-0_4.testLoss.last'));
    expect(low).toBeGreaterThan(bounds(baked('alpha-sweep', 'erm.testLoss.last'))[1]);
    expect(bounds(bakedAtStep('alpha-sweep', 'mixup-0_2.testError', 300))[1]).toBeGreaterThan(
      bakedAtStep('alpha-sweep', 'erm.testError', 300).mean,
    );
  });
});

describe('of the sweep over α on clothes it is true', () => {
  const change = (condition: string, measure = 'testError') =>
    bakedDifference('alpha-sweep-clothes', `clothes ${condition}.${measure}.last`, `clothes erm.${measure}.last`);
  const all = ['mixup-0_1', 'mixup-0_2', 'mixup-0_4', 'mixup-1', 'mixup-2', 'mixup-8', 'mixup-32'];

  test('that up to 1 no strength can be told from ERM, and up to 0.4 a gain of half a point is not ruled out', () => {
    for (const condition of all.slice(0, 4)) {
      const { mean, halfWidth } = change(condition);
      expect(Math.abs(mean), condition).toBeLessThan(halfWidth);
      if (condition !== 'mixup-1') expect(100 * (mean - halfWidth), condition).toBeLessThan(-0.5);
    }
    expect((100 * bakedDifference('alpha-sweep', 'mixup-0_2.testError.last', 'erm.testError.last').mean).toFixed(1)).toMatch(/^-0.[456]$/);
  });

  test('that from 2 on mixup errs more', () => {
    for (const condition of all.slice(4)) {
      const { mean, halfWidth } = change(condition);
      expect(mean - halfWidth, condition).toBeGreaterThan(0);
    }
  });

  test('that its loss is lower at every strength, and that ERM misreads nearly one piece in five', () => {
    for (const condition of all) {
      const { mean, halfWidth } = change(condition, 'testLoss');
      expect(mean + halfWidth, condition).toBeLessThan(0);
    }
    const { mean } = baked('alpha-sweep-clothes', 'clothes erm.testError.last');
    expect(mean).toBeGreaterThan(0.18);
    expect(mean).toBeLessThan(0.2);
  });

  test('that each of 16 seeds has 1,000 pictures to train on and 1,500 to test on', () => {
    expect(clothesSweep.seeds).toHaveLength(16);
    expect(clothesSweep.settings.parts[0]?.trainingRows).toBe(1000);
    expect(clothesSweep.testRows).toBe(1500);
  });
});

describe('of networks on clothes it is true', () => {
  const change = (to: string, from: string, measure = 'testError') =>
    bakedDifference('dense-or-convolutional', `${to}.${measure}.last`, `${from}.${measure}.last`);
  const networks = ['dense-32', 'dense-128', 'convolutions-8', 'convolutions-16'];

  test('that the large convolutions cannot be told from the large dense network, and have a tenth of its weights', () => {
    const { mean, halfWidth } = change('erm-convolutions-16', 'erm-dense-128');
    expect(Math.abs(mean)).toBeLessThan(halfWidth);
    const halving = { channels: 16, stride: 2 } as const;
    const [convolutions, dense] = [pictureNetwork(28, [halving, halving], 10), { sizes: [784, 128, 128, 10], activation: 'relu' as const }];
    expect(parameterCount(convolutions) / parameterCount(dense)).toBeCloseTo(0.1, 1);
  });

  test('that mixup changes no error, and lowers every loss, most of all that of the large convolutions', () => {
    for (const key of networks) {
      const error = change(`mixup-${key}`, `erm-${key}`);
      expect(Math.abs(error.mean), key).toBeLessThan(error.halfWidth);
      const loss = change(`mixup-${key}`, `erm-${key}`, 'testLoss');
      expect(loss.mean + loss.halfWidth, key).toBeLessThan(0);
    }
    const losses = networks.map((key) => change(`mixup-${key}`, `erm-${key}`, 'testLoss').mean);
    expect(Math.min(...losses)).toBe(losses.at(-1));
  });
});

describe('of the learning curves it is true', () => {
  const percent = (path: string, step: number): number => 100 * bakedAtStep('learning-curves', path, step).mean;

  test('that ERM knows its training digits after 500 steps and mixup after about 2,500', () => {
    expect(percent('erm.trainingError', 500)).toBeLessThan(0.02);
    expect(percent('mixup.trainingError', 2000)).toBeGreaterThan(0.03);
    expect(percent('mixup.trainingError', 2500)).toBeLessThan(0.02);
  });

  test('that early on the intervals of the test errors overlap, and those of the training errors do not', () => {
    for (const step of [50, 100]) {
      for (const [measure, overlap] of [['testError', true], ['trainingError', false]] as const) {
        const [erm, mixup] = ['erm', 'mixup'].map((method) => bakedAtStep('learning-curves', `${method}.${measure}`, step));
        expect((mixup?.mean ?? 0) - (mixup?.halfWidth ?? 0) < (erm?.mean ?? 1) + (erm?.halfWidth ?? 0)).toBe(overlap);
      }
    }
  });

  test('that at the end a gain and a loss of a third of a point are both possible', () => {
    const { mean, halfWidth } = bakedDifference('learning-curves', 'mixup.testError.last', 'erm.testError.last');
    expect(100 * (mean - halfWidth)).toBeLessThan(-1 / 3);
    expect(100 * (mean + halfWidth)).toBeGreaterThan(1 / 3);
  });

  test('that an error of 2.6 % is 15 or 16 of 597 test digits', () => {
    const { mean } = baked('learning-curves', 'erm.testError.last');
    expect((100 * mean).toFixed(1)).toBe('2.6');
    expect(597 * mean).toBeGreaterThan(15);
    expect(597 * mean).toBeLessThan(16);
  });

  test('that 3,000 steps make 192 passes and 1,500 make 96', () => {
    expect((curves.settings.steps * 64) / 1000).toBe(192);
    expect((sweep.settings.steps * 64) / 1000).toBe(96);
  });
});

test('on clothes mixup has more of its training pictures wrong at every measurement', () => {
  for (const step of expectSome(clothesCurves.steps, 'steps')) {
    const [erm, mixup] = ['erm', 'mixup'].map((method) =>
      bakedAtStep('learning-curves-clothes', `clothes ${method}.trainingError`, step),
    );
    expect(mixup?.mean ?? 0, `step ${step}`).toBeGreaterThan(erm?.mean ?? 1);
  }
});

test('on clothes with half of the labels redrawn the error of mixup is still rising at the end', () => {
  const [early = 1, later = 0, last = 0] = [500, 1000, 1500].map(
    (step) => bakedAtStep('corrupted-labels-clothes', 'clothes mixup 50.testError', step).mean,
  );
  expect(later).toBeGreaterThan(early);
  expect(last).toBeGreaterThan(later);
});

test('the same networks on spirals are told alike in the chapter that trains them and in the last one', () => {
  for (const method of ['erm', 'mixup'])
    expect(writtenResult({ experiment: 'wins-and-losses', of: `spirals ${method}.testError.last`, scale: 100, unit: '%' })).toBe(
      writtenResult({ experiment: 'erm-vs-mixup', of: `spirals.${method}.error` }),
    );
});

describe('of Abalone it is true', () => {
  const [erm, mixup] = abalone.conditions.map(({ measures }) => measures.testError.last);

  test('that ERM errs as in the paper, on 74.0 %, to within what 32 splits tell', () => {
    expect(Math.abs((erm?.mean ?? NaN) - 0.74)).toBeLessThan(erm?.halfWidth ?? NaN);
  });

  test('that 12 splits of 32 gain as much as the paper, 0.4 points, and 13 lose as much', () => {
    const changes = erm?.values.map((error, split) => 100 * ((mixup?.values[split] ?? NaN) - error)) ?? [];
    expect(changes).toHaveLength(32);
    expect(changes.filter((change) => change <= -0.4)).toHaveLength(12);
    expect(changes.filter((change) => change >= 0.4)).toHaveLength(13);
  });
});

test('on vowels ERM and mixup at α = 0.2 alike learn next to all of their training recordings with 32 units or more', () => {
  for (const width of [32, 64, 128])
    for (const method of ['erm', 'weak-mixup'])
      expect(baked('new-speakers', `anew ${method}-${width}.trainingError.last`).mean).toBeLessThan(0.001);
});

test('on vowels mixup at α = 0.2 has about half of the calibration error of ERM, with 128 units', () => {
  const [erm, mixup] = ['erm', 'weak-mixup'].map((method) => baked('new-speakers', `anew ${method}-128.calibrationError.last`).mean);
  expect((mixup ?? NaN) / (erm ?? NaN)).toBeGreaterThan(0.45);
  expect((mixup ?? NaN) / (erm ?? NaN)).toBeLessThan(0.55);
});

test('of single clothes ERM repeats most wrong labels, and mixup a larger share than of digits', () => {
  const share = (pictures: 'digits' | 'clothes', method: string): number => {
    const wrong = bakedMemorizedDigits(pictures);
    return (countAnswers(wrong).find((one) => one.method === method)?.wrongLabel ?? NaN) / wrong.length;
  };
  expect(share('clothes', 'erm')).toBeGreaterThan(0.8);
  expect(share('clothes', 'mixup')).toBeGreaterThan(share('digits', 'mixup') + 0.05);
  expect(share('clothes', 'mixup')).toBeLessThan(share('clothes', 'erm') / 2);
});
