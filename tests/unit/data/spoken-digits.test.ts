import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { decodeSounds, encodeSounds } from '../../../src/core/data/sounds.ts';
import { readWave } from '../../../src/core/sound/wave-file.ts';
import { packed } from '../../../src/data/spoken-digits/packed.ts';
import { readSpokenDigits } from '../../../src/data/spoken-digits/read-spoken-digits.ts';
import { fetchSpokenDigits } from '../../../src/data/spoken-digits/spoken-digits.ts';

const file = new Uint8Array(readFileSync('public/data/spoken-digits.bin'));
const source = (digit: number): Uint8Array =>
  new Uint8Array(readFileSync(`src/data/spoken-digits/source/${digit}.wav`));

afterEach(() => vi.unstubAllGlobals());

const answerWith = (...parts: Uint8Array[]): void =>
  void vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Blob(parts as Uint8Array<ArrayBuffer>[]))));

test('the words that readers fetch are the recordings as they were published, sample by sample', async () => {
  const words = await readSpokenDigits();
  expect(words).toHaveLength(10);
  for (const digit of [0, 6, 9]) {
    const bytes = Buffer.from(source(digit));
    const word = words[digit] as Float32Array;
    expect(word).toHaveLength((bytes.length - 44) / 2);
    let differing = 0;
    word.forEach((sample, n) => (differing += Number(sample !== bytes.readInt16LE(44 + 2 * n) / 32_768)));
    expect(differing).toBe(0);
  }
});

test('a browser gets the same, is told how much has come, and takes no file that was cut short or altered', async () => {
  answerWith(file);
  const shares: number[] = [];
  expect(await fetchSpokenDigits((share) => shares.push(share))).toEqual(await readSpokenDigits());
  expect(shares.at(-1)).toBe(1);
  answerWith(file.subarray(0, 500));
  await expect(fetchSpokenDigits(() => undefined)).rejects.toThrow(
    `Only 500 of ${packed.bytes} bytes of spoken-digits.bin arrived.`,
  );
  const altered = file.slice();
  altered[9000] = (altered[9000] as number) ^ 4;
  answerWith(altered);
  await expect(fetchSpokenDigits(() => undefined)).rejects.toThrow('is not the file that this page was made for');
});

test('sounds of any 16-bit samples come back as they were packed', () => {
  const sounds = [Int16Array.of(0, 32_767, -32_768, 32_767, 5), Int16Array.of(-32_768), Int16Array.of(-1, 1, -1)];
  const back = decodeSounds(encodeSounds(8000, sounds), 'test');
  expect(back.rate).toBe(8000);
  expect(back.sounds.map((sound) => Array.from(sound, (sample) => sample * 32_768))).toEqual(
    sounds.map((sound) => Array.from(sound)),
  );
});

test('what is no file of sounds, and one that ends too soon, is refused by name', () => {
  const good = encodeSounds(8000, [Int16Array.of(1, 2, 3)]);
  expect(() => decodeSounds(Uint8Array.of(1, 2, 3), 'x.bin')).toThrow('x.bin: expected a file of sounds');
  expect(() => decodeSounds(good.subarray(0, -1), 'x.bin')).toThrow('x.bin: expected 15 bytes for 3 samples, got 14');
});

test('a WAV file is read with its rate, past parts that are not needed, and refused where it is another kind', () => {
  expect(readWave(source(3), '3.wav').rate).toBe(8000);
  const plain = source(3);
  const extra = Uint8Array.of(0x4c, 0x49, 0x53, 0x54, 3, 0, 0, 0, 1, 2, 3, 0);
  const longer = new Uint8Array([...plain.subarray(0, 36), ...extra, ...plain.subarray(36)]);
  expect(readWave(longer, 'x.wav').samples).toEqual(readWave(plain, '3.wav').samples);
  expect(() => readWave(plain.subarray(0, 1000), 'x.wav')).toThrow('x.wav: expected 13412 bytes of "data", got 956');
  expect(() => readWave(file, 'x.wav')).toThrow('x.wav: expected a WAV file');
  const stereo = plain.slice();
  stereo[22] = 2;
  expect(() => readWave(stereo, 'x.wav')).toThrow('2 channels');
});
