import { blendBatchParameters } from './parameters.ts';
import { drawings } from '../kit/pictures/drawings.ts';
import { defaultsOf, type ValuesOf } from '../../parameters/parameter.ts';
import { LatestMixture } from '../kit/demo/latest-mixture.svelte.ts';
import { drawingUrl } from '../kit/pictures/picture.ts';
import { createColorReader } from '../kit/pictures/read-colors.ts';
import { drawBatch } from './draw-batch.ts';

type Settings = ValuesOf<typeof blendBatchParameters>;

/** Pixels along each side of a small blend. */
export const tileSide = 112;

/** What an engine made: `[batchSize, tileSide, tileSide, 3]`, from 0 to 1. */
interface MadeBatch {
  readonly from: Settings;
  readonly mixed: Float32Array;
}

/** A batch of drawings blended by an engine; nothing is made before the reader asks. */
export function batchMixture(): LatestMixture<Settings, MadeBatch | undefined> {
  const colorsOf = createColorReader(tileSide);
  let rows: Float32Array | undefined;
  return new LatestMixture<Settings, MadeBatch | undefined>(
    defaultsOf(blendBatchParameters),
    undefined,
    async (asked) => {
      rows ??= await readDrawings(colorsOf);
      return {
        request: {
          rows,
          width: tileSide * tileSide * 3,
          ...drawBatch(asked.alpha, asked.seed, drawings.length),
        },
        show: (mixed) => ({ from: asked, mixed }),
      };
    },
  );
}

/** Colors of all drawings, one after another. */
async function readDrawings(colorsOf: ReturnType<typeof createColorReader>): Promise<Float32Array> {
  const pictures = await Promise.all(drawings.map(({ value }) => colorsOf(drawingUrl(value))));
  const rows = new Float32Array(pictures.length * tileSide * tileSide * 3);
  for (const [k, colors] of pictures.entries()) rows.set(colors, k * colors.length);
  return rows;
}
