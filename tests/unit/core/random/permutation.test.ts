import { describe, expect, test } from 'vitest';
import { permutationShape } from '../../../../src/core/random/permutation-shape.ts';
import { permute, scaleWord } from '../../../../src/core/random/permutation.ts';
import { createRandom, randomInteger } from '../../../../src/core/random/random.ts';
import fixture from '../../../fixtures/plan.json' with { type: 'json' };
import { expectSome } from '../../../expect-some.ts';

const numbersBelow = (size: number): number[] => Array.from({ length: size }, (_, k) => k);

describe('a keyed permutation', () => {
  test.each(expectSome(fixture.shapes, 'shapes'))('of $n numbers has the known grid', ({ n, k, tall, rounds }) => {
    expect(permutationShape(n)).toEqual({ size: n, lowBits: k, tall, rounds });
  });

  test('reaches every number of its set once, for every size up to 300 and some large ones', () => {
    const random = createRandom('permutation test');
    const word = (): number => randomInteger(random, 2 ** 32);
    for (const size of [...numbersBelow(300).map((n) => n + 1), 1000, 4177, 8000, 60_000, 2 ** 20]) {
      const shape = permutationShape(size);
      for (let keys = size > 10_000 ? 1 : 4; keys > 0; keys -= 1) {
        const [key, stride] = [word(), word() | 1];
        const reached = new Uint8Array(size);
        for (let place = 0; place < size; place += 1) reached[permute(key, stride, shape, place)] = 1;
        expect(reached.every((times) => times === 1)).toBe(true);
      }
    }
  });

  test('refuses sets it cannot permute', () => {
    expect(() => permutationShape(0)).toThrow('size: expected a whole number from 1 to 1048576, got 0.');
    expect(() => permutationShape(2 ** 20 + 1)).toThrow('got 1048577');
  });
});

describe('scaling a word', () => {
  test('gives the known values', () => {
    for (const [word, size, expected] of expectSome(fixture.scale, 'cases') as [number, number, number][])
      expect(scaleWord(word, size)).toBe(expected);
  });

  test('is the whole part of word * size / 2^32, for any two words', () => {
    const random = createRandom('scale test');
    for (let k = 0; k < 20_000; k += 1) {
      const word = randomInteger(random, 2 ** 32);
      const size = randomInteger(random, 2 ** randomInteger(random, 33));
      expect(scaleWord(word, size)).toBe(Number((BigInt(word) * BigInt(size)) >> 32n));
    }
  });
});
