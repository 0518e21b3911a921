import { cos, sin } from '../elementary/sine.ts';
import { expectFinite, expectInteger, expectNumber } from '../expect.ts';

/** Zeros of the kernel on each side. */
const zeros = 16;
/** Where pitches are cut, as a share of half the lower rate, so that the slope of the filter ends before it. */
const passed = 0.92;

/**
 * The samples of a sound at another rate, by a sinc kernel under Hann's window. What is too high for the lower of the two rates is
 * filtered away. Beyond its ends the sound is silent.
 *
 * J. O. Smith, "Digital Audio Resampling" (2002), https://ccrma.stanford.edu/~jos/resample/
 *
 * @param samples at the rate `from`
 * @param from samples a second, 1,000 to 400,000
 * @param to samples a second of the result, in the same range
 * @param count how many samples to make; the first stands at the first of `samples`
 * @throws RangeError that names the argument
 */
export function resample(samples: ArrayLike<number>, from: number, to: number, count: number): Float64Array {
  expectFinite('samples', samples);
  expectNumber('from', from, 1000, 400_000);
  expectNumber('to', to, 1000, 400_000);
  expectInteger('count', count, 0);
  /** Twice the highest pitch that passes, in turns a sample of the source. */
  const band = passed * Math.min(1, to / from);
  const reach = Math.ceil(zeros / band);
  // sin(a - b) and cos(a - b) come from those of a and of b, so that a sample of the result asks for four of them only.
  const turns = Float64Array.from({ length: 2 * reach + 1 }, (_, k) => Math.PI * band * (k - reach));
  const [sines, cosines] = [turns.map(sin), turns.map(cos)];
  const angles = turns.map((_, k) => (Math.PI * (k - reach)) / (reach + 1));
  const [windowSines, windowCosines] = [angles.map(sin), angles.map(cos)];
  return Float64Array.from({ length: count }, (_, n) => {
    const place = (n * from) / to;
    const nearest = Math.round(place);
    const off = place - nearest;
    const [s, c] = [sin(Math.PI * band * off), cos(Math.PI * band * off)];
    const [ws, wc] = [sin((Math.PI * off) / (reach + 1)), cos((Math.PI * off) / (reach + 1))];
    let sum = 0;
    for (let k = 0; k <= 2 * reach; k += 1) {
      const sample = samples[nearest + k - reach];
      if (sample === undefined) continue;
      const distance = off - (k - reach);
      const sine = s * (cosines[k] as number) - c * (sines[k] as number);
      const kernel = distance === 0 ? band : sine / (Math.PI * distance);
      const window = 0.5 + 0.5 * (wc * (windowCosines[k] as number) + ws * (windowSines[k] as number));
      sum += sample * kernel * window;
    }
    return sum;
  });
}
