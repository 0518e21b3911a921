import { deflateSync } from 'node:zlib';
import { readSourcePictures } from '../../../data/source-pictures.ts';
import { maskImage } from '../../../figures/image/mask-image.ts';
import { smoothPicture } from '../../../figures/image/smooth-picture.ts';

/** Ink below the first share is paper, above the second full ink: strokes of a pen with a clean edge. */
const edge = [0.16, 0.72] as const;

/** Pictures of digits at their full size, as images to mask with. For the build. */
interface SourceInks {
  /** Custom properties `--ink-0`, `--ink-1`, … for the style of what surrounds a figure. */
  readonly style: string;
  /** Class of each. */
  readonly labels: readonly number[];
}

/**
 * Reads pictures of MNIST in their 28 x 28 pixels, enlarged and with smooth edges.
 *
 * @param rows which ones
 * @param times how many pixels each becomes, along each side
 * @throws RangeError if there is no such row
 */
export async function sourceInks(rows: readonly number[], times = 4): Promise<SourceInks> {
  const { pictures, labels, side } = await readSourcePictures('mnist');
  const masks = rows.map((row) => {
    const picture = pictures[row];
    if (!picture) throw new RangeError(`rows: expected numbers below ${pictures.length}, got ${row}.`);
    const inks = Array.from(picture, (level) => level / 255);
    return maskImage(smoothPicture(inks, side, times, ...edge), side * times, (bytes) =>
      deflateSync(bytes, { level: 9 }),
    );
  });
  return {
    style: masks.map((mask, k) => `--ink-${k}:url(${mask})`).join(';'),
    labels: rows.map((row) => labels[row] as number),
  };
}
