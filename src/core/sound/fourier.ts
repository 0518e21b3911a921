import { cos, sin } from '../elementary/sine.ts';
import { expectInteger, expectLength } from '../expect.ts';

/** Transforms `size` complex numbers where they stand; both arrays have `size` entries. */
interface FourierTransform {
  readonly size: number;
  /** `X[k] = sum over n of x[n] exp(-2 pi i k n / size)`. @throws RangeError that names the argument */
  readonly forward: (real: Float64Array, imaginary: Float64Array) => void;
  /** The way back, with the factor 1 / size. @throws RangeError that names the argument */
  readonly inverse: (real: Float64Array, imaginary: Float64Array) => void;
}

/**
 * The fast Fourier transform of a power of two, by decimation in time.
 *
 * J. W. Cooley and J. W. Tukey, "An algorithm for the machine calculation of complex Fourier series", Mathematics of Computation
 * 19 (1965).
 *
 * @param size a power of two, 2 to 65,536
 * @throws RangeError if it is not
 */
export function fourierTransform(size: number): FourierTransform {
  expectInteger('log2(size)', 31 - Math.clz32(size), 1, 16);
  if (size !== 1 << (31 - Math.clz32(size))) throw new RangeError(`size: expected a power of two, got ${size}.`);
  const half = size / 2;
  const cosines = Float64Array.from({ length: half }, (_, k) => cos((2 * Math.PI * k) / size));
  const sines = Float64Array.from({ length: half }, (_, k) => sin((2 * Math.PI * k) / size));
  const reversed = reversedPlaces(size);

  /** @param sign of the exponent's imaginary part */
  const transform = (real: Float64Array, imaginary: Float64Array, sign: 1 | -1): void => {
    expectLength('real', real, size, 'numbers');
    expectLength('imaginary', imaginary, size, 'numbers');
    for (let k = 0; k < size; k += 1) {
      const other = reversed[k] as number;
      if (other <= k) continue;
      swap(real, k, other);
      swap(imaginary, k, other);
    }
    for (let span = 1; span < size; span *= 2) {
      const stride = half / span;
      for (let start = 0; start < size; start += 2 * span) {
        for (let k = 0; k < span; k += 1) {
          const c = cosines[k * stride] as number;
          const s = sign * (sines[k * stride] as number);
          const upper = start + k;
          const lower = upper + span;
          const re = (real[lower] as number) * c - (imaginary[lower] as number) * s;
          const im = (real[lower] as number) * s + (imaginary[lower] as number) * c;
          real[lower] = (real[upper] as number) - re;
          imaginary[lower] = (imaginary[upper] as number) - im;
          real[upper] = (real[upper] as number) + re;
          imaginary[upper] = (imaginary[upper] as number) + im;
        }
      }
    }
  };
  return {
    size,
    forward: (real, imaginary) => transform(real, imaginary, -1),
    inverse: (real, imaginary) => {
      transform(real, imaginary, 1);
      for (let k = 0; k < size; k += 1) {
        real[k] = (real[k] as number) / size;
        imaginary[k] = (imaginary[k] as number) / size;
      }
    },
  };
}

/** For each place the one whose bits are in the opposite order. */
function reversedPlaces(size: number): Uint32Array {
  const places = new Uint32Array(size);
  for (let k = 1; k < size; k += 1) places[k] = ((places[k >> 1] as number) >> 1) + (k & 1) * (size / 2);
  return places;
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] as number;
  values[a] = values[b] as number;
  values[b] = kept;
}
