import { expectInteger } from '../../core/expect.ts';

/** Width and height of the box that a waveform is drawn in; its middle is silence. */
export const waveformBox = [250, 100] as const;
/** The amplitude that reaches the edge of the box. */
const fullHeight = 0.6;

/**
 * The outline of a sound: for each of some pieces of equal length its highest and its lowest sample.
 *
 * @param samples from -1 to 1; what reaches beyond the box is cut
 * @param pieces how many, at least 2
 * @returns a closed path in a box of {@link waveformBox}
 */
export function waveformPath(samples: ArrayLike<number>, pieces: number): string {
  expectInteger('pieces', pieces, 2, samples.length);
  const [width, height] = waveformBox;
  const yOf = (sample: number): number =>
    Math.round((height / 2) * (1 - Math.max(-1, Math.min(1, sample / fullHeight))));
  const upper: string[] = [];
  const lower: string[] = [];
  for (let p = 0; p < pieces; p += 1) {
    let [least, most] = [Infinity, -Infinity];
    const end = Math.floor((samples.length * (p + 1)) / pieces);
    for (let n = Math.floor((samples.length * p) / pieces); n < end; n += 1) {
      least = Math.min(least, samples[n] as number);
      most = Math.max(most, samples[n] as number);
    }
    const x = Math.round((width * p) / (pieces - 1));
    upper.push(`${x} ${yOf(most)}`);
    // A silent piece is a line still.
    lower.push(`${x} ${Math.max(yOf(least), yOf(most) + 1)}`);
  }
  return `M${upper.join(' ')} ${lower.reverse().join(' ')}z`;
}
