import type { PictureSet } from '../core/data/pictures.ts';

/** How many pictures of each class the site ships at full size, for figures that blend them. */
export const samplesPerClass = 20;

/** A few pictures of each class, each `[side, side]` from 0 (paper) to 1 (ink), row by row. */
export type PictureSamples = readonly (readonly Float32Array[])[];

/** Sorts pictures by their class. */
export function picturesByClass({ inputs, labels, classes, width }: PictureSet): PictureSamples {
  return Array.from({ length: classes }, (_, label) =>
    Array.from(labels.keys())
      .filter((row) => labels[row] === label)
      .map((row) => inputs.subarray(row * width, (row + 1) * width)),
  );
}
