import { describe, expect, test } from 'vitest';
import { keptShares } from '../../../../src/studies/between-pictures.ts';
import { openAnswers, openPixels, packPair } from '../../../../src/studies/stored-pictures.ts';
import { judge, namedClasses, percent, probabilitiesAt } from '../../../../src/islands/between-pictures/answer.ts';
import { stackAnswers } from '../../../../src/islands/between-pictures/band.ts';
import { classWords } from '../../../../src/islands/between-pictures/blended-set.ts';
import { move, moveInMs, placeOfMove } from '../../../../src/islands/between-pictures/first-move.ts';
import { comparedErrors, timesInHundred } from '../../../../src/islands/between-pictures/told-shares.ts';

/** The answer that gives some classes what is named, and nothing to the rest. */
const giving = (given: Readonly<Record<number, number>>): number[] =>
  Array.from({ length: 10 }, (_, label) => given[label] ?? 0);

/** Between a 1 and a 0. */
const labels = [1, 0];
const words = classWords.digits;
const said = (given: Readonly<Record<number, number>>, share: number): string => {
  const { sure, remark } = judge(giving(given), labels, share, words);
  return `${sure.map(({ text }) => text).join('')} ${remark ?? ''}`.trim();
};

describe('an answer between a 1 and a 0', () => {
  test.each([
    ['that is sure of a third digit names it', { 8: 0.98, 1: 0.02 }, 0.5, '98\u00A0% sure. There is no 8.'],
    [
      'that gives both their part is right',
      { 1: 0.41, 0: 0.45, 8: 0.1 },
      0.5,
      '41\u00A0% and 45\u00A0%. Both are there.',
    ],
    [
      'that names one although a third of the other is there misses that',
      { 1: 0.9, 0: 0.1 },
      0.35,
      '90\u00A0% sure. It misses the 0.',
    ],
    ['that names one where little of the other is there misses nothing', { 1: 0.9, 0: 0.1 }, 0.25, '90\u00A0% sure.'],
    ['that names the other one misses the first', { 0: 1 }, 0.6, '>99\u00A0% sure. It misses the 1.'],
  ])('%s', (_, given, share, sentence) => {
    expect(said(given, share)).toBe(sentence);
  });

  test('between clothes is spoken of without their names where none is there, and with them where one is missed', () => {
    const [sneaker, trousers, dress] = [7, 1, 3] as const;
    const between = (given: Readonly<Record<number, number>>) =>
      judge(giving(given), [sneaker, dress], 0.5, classWords.clothes).remark;
    expect(between({ [trousers]: 0.9 })).toBe('There are none.');
    expect(between({ 9: 0.9 })).toBe('There is none.');
    expect(between({ [dress]: 0.9 })).toBe('It misses the sneaker.');
    expect(between({ [dress]: 0.4, [sneaker]: 0.5 })).toBe('Both are there.');
  });

  test('names A first, B last, others between them, from 15 % on and three at most', () => {
    const names = (given: Readonly<Record<number, number>>): number[] =>
      namedClasses(giving(given), labels).map(({ label }) => label);
    expect(names({ 0: 0.4, 8: 0.3, 1: 0.3 })).toEqual([1, 8, 0]);
    expect(names({ 0: 0.85, 1: 0.149 })).toEqual([0]);
    expect(names({ 0: 0.25, 1: 0.24, 8: 0.26, 9: 0.25 })).toEqual([8, 9, 0]);
    expect(names({ 2: 0.14, 3: 0.13, 4: 0.12 })).toEqual([2]);
  });

  test('is never all or nothing in words', () => {
    expect([percent(1), percent(0.994), percent(0.5), percent(0.001)]).toEqual([
      '>99\u00A0%',
      '99\u00A0%',
      '50\u00A0%',
      '<1\u00A0%',
    ]);
  });
});

/** From all 1 to all 0, with a hill of 8 for ERM; straight for mixup. */
const answers = Float32Array.from(
  ['erm', 'mixup'].flatMap((method) =>
    keptShares.flatMap((share) => {
      const eight = method === 'erm' ? Math.max(0, 0.9 - 3 * Math.abs(share - 0.5)) : 0;
      return giving({ 1: (1 - share) * (1 - eight), 0: share * (1 - eight), 8: eight });
    }),
  ),
);

describe('a band of answers', () => {
  test('lies between two kept places on a straight line', () => {
    expect(probabilitiesAt(answers, 'mixup', 0.3125)[0]).toBeCloseTo(0.3125, 6);
    expect(probabilitiesAt(answers, 'mixup', 1)[0]).toBe(1);
  });

  test('is full at every place: A from the top, B to the bottom, whatever else between them', () => {
    const { areas, third } = stackAnswers(answers, 'erm', labels);
    expect(areas.map(({ kind }) => kind)).toEqual(['a', 'third', 'fourth', 'others', 'b']);
    // Beyond the middles of both pictures edges go on level: there A takes all, or nothing.
    const edges = areas.map(({ path }) => /^M-1000 (\S+?)L0 \1L.*1000 (\S+?)L2000 \2V100H-1000Z$/.exec(path)?.slice(1));
    expect(edges).toEqual([['0', '0'], ['100', '0'], undefined, undefined, ['100', '0']]);
    // Half way ERM gives 90 % to the 8, and 5 % to each picture's own: its area goes from 5 to 95.
    expect(areas[1]?.path).toContain('L500 5L');
    expect(areas[4]?.path).toContain('L500 95L');
    expect(third).toEqual({ label: 8, share: 0.5, middle: expect.closeTo(0.5, 6) as number });
  });

  test('names no third class where it takes less than half', () => {
    expect(stackAnswers(answers, 'mixup', labels).third).toBeUndefined();
  });
});

test('a pair is read back as it was kept: pixels to a sixteenth, answers to half of a 255th', () => {
  const pixels = [Uint8Array.from({ length: 784 }, (_, k) => k % 256), new Uint8Array(784).fill(255)];
  const stored = packPair({ a: 5, b: 9, labels, thirds: [3, 0], pixels, answers });
  const [first, second] = openPixels(stored);
  expect(Math.max(...Array.from(first, (ink, k) => Math.abs(255 * ink - (k % 256))))).toBeLessThanOrEqual(8.5);
  expect(second.every((ink) => ink === 1)).toBe(true);
  const opened = openAnswers(stored);
  expect(Math.max(...Array.from(opened, (p, k) => Math.abs(p - (answers[k] as number))))).toBeLessThanOrEqual(
    0.5 / 255 + 1e-6,
  );
  expect(() => openAnswers({ answers: stored.answers.slice(0, 400) })).toThrow(
    'answers: expected 820 probabilities, got 300',
  );
});

describe('the first move', () => {
  test('rests on A, and goes half way without turning back', () => {
    expect([0, 599].map(placeOfMove)).toEqual([0, 0]);
    // Quadratic ease: a quarter of the time brings an eighth of the way.
    expect(placeOfMove(600 + 850)).toBeCloseTo(0.0625, 6);
    expect(placeOfMove(600 + 1700)).toBeCloseTo(0.25, 6);
    expect([moveInMs, moveInMs + 5000].map(placeOfMove)).toEqual([0.5, 0.5]);
  });

  test('takes what the browser moves by itself to where scripts say that it is', () => {
    let frames: { opacity: string; easing: string }[] = [];
    let timing: { delay: number; duration: number } = { delay: 0, duration: 0 };
    const element = {
      animate(keyframes: typeof frames, options: typeof timing) {
        frames = keyframes;
        timing = options;
        return { cancel: () => undefined };
      },
    };
    void move('opacity', (share) => `${share}`)(element as unknown as Element);
    for (let elapsed = 0; elapsed < moveInMs; elapsed += 13) {
      const way = Math.max(0, (elapsed - timing.delay) / timing.duration) * (frames.length - 1);
      const [from, to] = [frames[Math.floor(way)], frames[Math.floor(way) + 1]].map((frame) => Number(frame?.opacity));
      const [, y1, , y2] = Array.from((frames[Math.floor(way)]?.easing ?? '').matchAll(/[\d.e-]+(?=[,)])/g), Number);
      // Control points at a third and two thirds: the curve's parameter is the time itself.
      const u = way % 1;
      const eased = 3 * u * (1 - u) ** 2 * (y1 as number) + 3 * u * u * (1 - u) * (y2 as number) + u ** 3;
      expect((from as number) + eased * ((to as number) - (from as number)), `${elapsed}`).toBeCloseTo(
        placeOfMove(elapsed),
        6,
      );
    }
  });
});

test('shares are told as counts of a hundred, and errors compared only as far as their interval goes', () => {
  const share = (mean: number, halfWidth = 0.3) => ({ mean, halfWidth });
  expect([20.4, 0.7, 0.2].map((mean) => timesInHundred(share(mean)))).toEqual(['20 times', 'once', 'less than once']);
  expect(comparedErrors(share(0.2))).toBe('both err about equally often');
  expect(comparedErrors(share(0.4))).toBe('mixup errs more often');
  expect(comparedErrors(share(-0.4))).toBe('mixup errs less often');
});
