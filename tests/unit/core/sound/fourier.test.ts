import { expect, test } from 'vitest';
import { fourierTransform } from '../../../../src/core/sound/fourier.ts';
import { createRandom } from '../../../../src/core/random/random.ts';

/** The sum as the definition writes it. */
function slowTransform(real: Float64Array, imaginary: Float64Array) {
  const size = real.length;
  const sum = (k: number, part: 'cos' | 'sin', ofReal: number, ofImaginary: number): number => {
    let total = 0;
    for (let n = 0; n < size; n += 1) {
      const angle = (-2 * Math.PI * k * n) / size;
      const other = part === 'cos' ? Math.sin(angle) : Math.cos(angle);
      total += ofReal * (real[n] as number) * (part === 'cos' ? Math.cos(angle) : Math.sin(angle));
      total += ofImaginary * (imaginary[n] as number) * other;
    }
    return total;
  };
  return {
    real: Float64Array.from({ length: size }, (_, k) => sum(k, 'cos', 1, -1)),
    imaginary: Float64Array.from({ length: size }, (_, k) => sum(k, 'sin', 1, 1)),
  };
}

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, k) => Math.max(most, Math.abs(value - (b[k] as number))), 0);

test.each([2, 8, 64])(
  'the transform of %i numbers is the sum of the definition, and the way back leads back',
  (size) => {
    const random = createRandom(7);
    const real = Float64Array.from({ length: size }, () => random() - 0.5);
    const imaginary = Float64Array.from({ length: size }, () => random() - 0.5);
    const [re, im] = [real.slice(), imaginary.slice()];
    const { forward, inverse } = fourierTransform(size);
    forward(re, im);
    const slow = slowTransform(real, imaginary);
    expect(farthest(re, slow.real)).toBeLessThan(1e-12);
    expect(farthest(im, slow.imaginary)).toBeLessThan(1e-12);
    inverse(re, im);
    expect(farthest(re, real)).toBeLessThan(1e-14);
    expect(farthest(im, imaginary)).toBeLessThan(1e-14);
  },
);

test('a size that is no power of two, and rows of another length, are refused', () => {
  expect(() => fourierTransform(12)).toThrow('size: expected a power of two, got 12');
  expect(() => fourierTransform(1)).toThrow('size');
  expect(() => fourierTransform(8).forward(new Float64Array(8), new Float64Array(4))).toThrow('imaginary');
});
