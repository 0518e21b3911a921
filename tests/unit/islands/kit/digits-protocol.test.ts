import { expect, test } from 'vitest';
import {
  clothesProtocolInWords,
  digitsProtocolInWords,
  type ToldOfDigits,
} from '../../../../src/islands/kit/frame/digits-protocol.ts';

test.each<[string, ToldOfDigits, string]>([
  [
    'whose length the reader chooses',
    {},
    'Two hidden layers of 64 ReLU units, Adam at 0.003, mini-batches of 64, 597 test digits.',
  ],
  [
    'with networks of several widths',
    { anyWidth: true },
    'Two hidden layers of ReLU units, Adam at 0.003, mini-batches of 64, 597 test digits.',
  ],
  [
    'with one strength of mixup',
    { alpha: 1 },
    'Two hidden layers of 64 ReLU units, Adam at 0.003, mini-batches of 64, α = 1, 597 test digits.',
  ],
  [
    'of a fixed length, without test errors',
    { fixedLength: true, tested: false },
    'Two hidden layers of 64 ReLU units, 1,000 training digits, 1,500 steps of Adam at 0.003, mini-batches of 64.',
  ],
  [
    'of a fixed length, with curves',
    { fixedLength: true, onTheWay: true },
    'Two hidden layers of 64 ReLU units, 1,000 training and 597 test digits, 1,500 steps of Adam at 0.003, mini-batches of 64, measured every 100 steps.',
  ],
])('a figure on digits %s says how its networks are trained', (_, told, sentence) => {
  expect(digitsProtocolInWords(told).replaceAll('\u00A0', ' ')).toBe(sentence);
});

test('a figure on clothes says how many there are', () => {
  expect(clothesProtocolInWords()).toBe(
    'Clothes: the same, on 2,500 pictures of 14 × 14 pixels, of which each seed draws 1,500 to test.',
  );
});
