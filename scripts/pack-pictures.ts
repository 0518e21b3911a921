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
 * src/data/<set>/sample.bin     in rooms that hold one: the first few of each class at full size, for figures that blend them; a page hands it out
 *
 * public/data/<set>-full-size.bin   of sets that have a room of this name besides: the first 3,000 pictures as they are, for networks with
 *                               convolutions
 *
 * Every picture is kept to 16 levels of gray.
 */

const sampleFile = 'sample.bin';
const fullSizeCount = 3000;

const levelsOf = (pictures: readonly ArrayLike<number>[]): Uint8Array =>
  Uint8Array.from(pictures.flatMap((pixels) => Array.from(toGrayLevels(pixels))));

const rooms = await readdir('src/data', { withFileTypes: true });
for (const entry of rooms) {
  if (!entry.isDirectory()) continue;
  const files = await readdir(`src/data/${entry.name}`);
  if (files.includes(sourceFile)) await pack(entry.name, files.includes(sampleFile));
}

/** @param withSample whether to make a sample too */
async function pack(set: string, withSample: boolean): Promise<void> {
  const { pictures, labels, side, classes } = await readSourcePictures(set);
  const halved = pictures.map((pixels) => halvePicture(pixels, side));
  const all = await write(
    `public/data/${set}.bin`,
    `${set}.bin`,
    encodePictures(levelsOf(halved), labels, side / 2, classes),
  );
  const facts = [
    '/** What the file of all pictures must be; written by `npm run pack-pictures`. */',
    `export const packed = ${all} as const;`,
    '',
  ];
  const fullSize = `${set}-full-size`;
  if (rooms.some(({ name }) => name === fullSize)) {
    const whole = await write(
      `public/data/${fullSize}.bin`,
      `${fullSize}.bin`,
      encodePictures(levelsOf(pictures.slice(0, fullSizeCount)), labels.slice(0, fullSizeCount), side, classes),
    );
    const note = '/** What the file of pictures at full size must be; written by `npm run pack-pictures`. */';
    await writeFile(`src/data/${fullSize}/packed.ts`, `${note}\nexport const packed = ${whole} as const;\n`);
  }
  if (withSample) {
    const rows = sampleRows(labels, classes);
    const whole = rows.map((row) => pictures[row] as Uint8Array);
    const own = Uint8Array.from(rows, (row) => labels[row] as number);
    const few = await write(
      `src/data/${set}/${sampleFile}`,
      `${set}-${sampleFile}`,
      encodePictures(levelsOf(whole), own, side, classes),
    );
    facts.push(
      '/** What the file of a few pictures at full size must be; written by `npm run pack-pictures`. */',
      `export const packedSample = ${few} as const;`,
      '',
    );
  }
  await writeFile(`src/data/${set}/packed.ts`, facts.join('\n'));
}

/** The first {@link samplesPerClass} rows of each class, in their order. */
function sampleRows(labels: Uint8Array, classes: number): number[] {
  const taken = new Array<number>(classes).fill(0);
  return Array.from(labels.keys()).filter((row) => {
    const label = labels[row] as number;
    taken[label] = (taken[label] as number) + 1;
    return taken[label] <= samplesPerClass;
  });
}

/** Writes a file that readers fetch as `file`. @returns its facts as code */
async function write(path: string, file: string, bytes: Uint8Array): Promise<string> {
  const content = gzipSync(bytes, { level: 9 });
  await writeFile(path, content);
  console.log(`${file}: ${content.length} bytes`);
  return `{ file: '${file}', bytes: ${content.length}, checksum: 0x${checksum(content).toString(16)} }`;
}
