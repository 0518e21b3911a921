import { readdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { checksum } from '../src/core/data/checksum.ts';
import { encodePictures, halvePicture, toGrayLevels } from '../src/core/data/pictures.ts';
import { samplesPerClass } from '../src/data/picture-samples.ts';
import { readSourcePictures, sourceFile } from '../src/data/source-pictures.ts';

/*
 * npm run pack-pictures    makes what readers fetch of every data set that keeps its pictures as src/data/<set>/source.bin.gz, and
 *                          writes down lengths and checksums in src/data/<set>/packed.ts
 *
 * public/data/<set>.bin         all pictures, shrunk to half their side
 * src/data/<set>/sample.bin     the first few of each class at full size, for figures that blend them; a page hands it out
 *
 * Every picture is kept to 16 levels of gray.
 */

const levelsOf = (pictures: readonly ArrayLike<number>[]): Uint8Array =>
  Uint8Array.from(pictures.flatMap((pixels) => Array.from(toGrayLevels(pixels))));

for (const entry of await readdir('src/data', { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const files = await readdir(`src/data/${entry.name}`);
  if (files.includes(sourceFile)) await pack(entry.name);
}

async function pack(set: string): Promise<void> {
  const { pictures, labels, side, classes } = await readSourcePictures(set);
  const taken = new Array<number>(classes).fill(0);
  const sample = Array.from(labels.keys()).filter((row) => {
    const label = labels[row] as number;
    taken[label] = (taken[label] as number) + 1;
    return taken[label] <= samplesPerClass;
  });
  const halved = pictures.map((pixels) => halvePicture(pixels, side));
  const whole = sample.map((row) => pictures[row] as Uint8Array);
  const sampled = Uint8Array.from(sample, (row) => labels[row] as number);
  const all = await write(
    `public/data/${set}.bin`,
    `${set}.bin`,
    encodePictures(levelsOf(halved), labels, side / 2, classes),
  );
  const few = await write(
    `src/data/${set}/sample.bin`,
    `${set}-sample.bin`,
    encodePictures(levelsOf(whole), sampled, side, classes),
  );
  await writeFile(
    `src/data/${set}/packed.ts`,
    [
      '/** What the file of all pictures must be; written by `npm run pack-pictures`. */',
      `export const packed = ${all} as const;`,
      '',
      '/** What the file of a few pictures at full size must be; written by `npm run pack-pictures`. */',
      `export const packedSample = ${few} as const;`,
      '',
    ].join('\n'),
  );
}

/** Writes a file that readers fetch as `file`. @returns its facts as code */
async function write(path: string, file: string, bytes: Uint8Array): Promise<string> {
  const content = gzipSync(bytes, { level: 9 });
  await writeFile(path, content);
  console.log(`${file}: ${content.length} bytes`);
  return `{ file: '${file}', bytes: ${content.length}, checksum: 0x${checksum(content).toString(16)} }`;
}
