import { expect, test } from 'vitest';
import { readFullSizeFashion } from '../../../src/data/fashion-mnist-full-size/read-full-size.ts';
import { readSourcePictures } from '../../../src/data/source-pictures.ts';

test('the pictures at full size are the first of the source, in 16 grays', async () => {
  const pictures = await readFullSizeFashion();
  const source = await readSourcePictures('fashion-mnist');
  expect([pictures.side, pictures.labels.length]).toEqual([28, 3000]);
  expect(pictures.labels).toEqual(source.labels.slice(0, 3000));
  for (const row of [0, 1999, 2999]) {
    const apart = Array.from(source.pictures[row] as Uint8Array, (gray, k) =>
      Math.abs(gray - 255 * (pictures.inputs[784 * row + k] as number)),
    );
    expect(Math.max(...apart)).toBeLessThanOrEqual(8.51);
  }
});
