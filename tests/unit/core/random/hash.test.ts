import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash3, hashWord } from '../../../../src/core/random/hash.ts';

const modulus = 2n ** 32n;

/** pcg3d with unlimited integers, reduced modulo 2^32 after every operation. */
function slowHash(words: readonly [number, number, number]): number[] {
  const v = words.map((word) => (((BigInt(word) % modulus) + modulus) * 1664525n + 1013904223n) % modulus) as [
    bigint,
    bigint,
    bigint,
  ];
  const stir = (): void => {
    v[0] = (v[0] + v[1] * v[2]) % modulus;
    v[1] = (v[1] + v[2] * v[0]) % modulus;
    v[2] = (v[2] + v[0] * v[1]) % modulus;
  };
  stir();
  for (const k of [0, 1, 2] as const) v[k] ^= v[k] / 65536n;
  stir();
  return v.map(Number);
}

describe('the hash of three words', () => {
  test('is pcg3d modulo 2^32, whatever the words', () => {
    const word = fc.oneof(
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.integer(),
      fc.constantFrom(0, 1, -1, 2 ** 31, 2 ** 32 - 1),
    );
    fc.assert(
      fc.property(fc.tuple(word, word, word), (words) => {
        const hashed = hash3(...words, new Uint32Array(3));
        expect(Array.from(hashed)).toEqual(slowHash(words));
        expect(hashWord(...words)).toBe(hashed[0]);
      }),
      { numRuns: 500 },
    );
  });

  test('flips each of the upper 16 output bits half the time, whichever bit of a counter flips', () => {
    const counters = 64;
    for (const position of [1, 2] as const) {
      const ofOutput = new Array<number>(16).fill(0);
      for (let bit = 0; bit < 24; bit += 1) {
        let ofInput = 0;
        for (let counter = 0; counter < counters; counter += 1) {
          const words: [number, number, number] = [0x9e3779b9, 31 * counter, 7 * counter];
          const before = hashWord(...words);
          words[position] ^= 1 << bit;
          const change = (before ^ hashWord(...words)) >>> 16;
          for (let out = 0; out < 16; out += 1) {
            (ofOutput[out] as number) += (change >>> out) & 1;
            ofInput += (change >>> out) & 1;
          }
        }
        expect(Math.abs(ofInput / (16 * counters) - 0.5)).toBeLessThan(0.1);
      }
      for (const count of ofOutput) expect(Math.abs(count / (24 * counters) - 0.5)).toBeLessThan(0.06);
    }
  });
});
