import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { checksum } from '../src/core/data/checksum.ts';
import { encodeSounds } from '../src/core/data/sounds.ts';
import { readWave } from '../src/core/sound/wave-file.ts';
import { readBytes } from '../src/data/read-data.ts';

/*
 * npm run pack-sounds    makes what readers fetch of the recordings in src/data/spoken-digits/source/, which stay as they were published,
 *                        and writes down its length and checksum in src/data/spoken-digits/packed.ts
 *
 * public/data/spoken-digits.bin    all ten of them, without loss
 */

const room = 'src/data/spoken-digits';
const file = 'spoken-digits.bin';
const digits = Array.from({ length: 10 }, (_, digit) => `${room}/source/${digit}.wav`);

const waves = await Promise.all(digits.map(async (path) => readWave(await readBytes(path), path)));
const [{ rate } = { rate: 0 }] = waves;
const other = waves.findIndex((wave) => wave.rate !== rate);
if (other >= 0) throw new Error(`${digits[other]}: expected ${rate} samples a second, got ${waves[other]?.rate}.`);
const content = gzipSync(
  encodeSounds(
    rate,
    waves.map(({ samples }) => samples),
  ),
  { level: 9 },
);
await writeFile(`public/data/${file}`, content);
const facts = `{ file: '${file}', bytes: ${content.length}, checksum: 0x${checksum(content).toString(16)} }`;
await writeFile(
  `${room}/packed.ts`,
  [
    '/** What the file of all sounds must be; written by `npm run pack-sounds`. */',
    `export const packed = ${facts} as const;`,
    '',
  ].join('\n'),
);
console.log(`${file}: ${content.length} bytes`);
