import { readdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { checksum } from '../src/core/data/checksum.ts';
import { encodePictures, halvePicture, toGrayLevels } from '../src/core/data/pictures.ts';
import { readSourcePictures, sourceFile } from '../src/data/source-pictures.ts';

/*
 * npm run pack-pictures    makes what readers fetch, public/data/<set>.bin, of every data set that keeps its pictures as
 *                          src/data/<set>/source.bin.gz, and writes down length and checksum in src/data/<set>/packed.ts
 *
 * Every picture is shrunk to half its side and kept to 16 levels of gray.
 */

for (const entry of await readdir('src/data', { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const files = await readdir(`src/data/${entry.name}`);
  if (files.includes(sourceFile)) await pack(entry.name);
}

async function pack(set: string): Promise<void> {
  const { pictures, labels, side, classes } = await readSourcePictures(set);
  const levels = Uint8Array.from(pictures.flatMap((pixels) => Array.from(toGrayLevels(halvePicture(pixels, side)))));
  const content = gzipSync(encodePictures(levels, labels, side / 2, classes), { level: 9 });
  const file = `${set}.bin`;
  await writeFile(`public/data/${file}`, content);
  const facts = `{ file: '${file}', bytes: ${content.length}, checksum: 0x${checksum(content).toString(16)} }`;
  await writeFile(
    `src/data/${set}/packed.ts`,
    `/** What the file of pictures must be; written by \`npm run pack-pictures\`. */\nexport const packed = ${facts} as const;\n`,
  );
  console.log(`${file}: ${labels.length} pictures, ${content.length} bytes`);
}
