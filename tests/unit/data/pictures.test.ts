import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { readFashionMnist } from '../../../src/data/fashion-mnist/read-fashion-mnist.ts';
import { fetchMnist } from '../../../src/data/mnist/mnist.ts';
import { packed } from '../../../src/data/mnist/packed.ts';
import { readMnist, readMnistSamples } from '../../../src/data/mnist/read-mnist.ts';
import { readSourcePictures } from '../../../src/data/source-pictures.ts';

const file = new Uint8Array(readFileSync('public/data/mnist.bin'));

afterEach(() => vi.unstubAllGlobals());

/** Lets the file come in parts. */
const answerWith = (...parts: Uint8Array[]): void => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
};

test.each([
  ['digits', 'mnist', readMnist],
  ['clothes', 'fashion-mnist', readFashionMnist],
] as const)(
  'the %s that readers fetch are those of the source, in its order, half as wide and in 16 grays',
  async (_, room, read) => {
    const [{ pictures, labels, side }, made] = await Promise.all([readSourcePictures(room), read()]);
    expect(made.labels).toEqual(labels);
    expect([side, made.side, made.labels.length]).toEqual([28, 14, 7000]);
    for (const row of [0, 3999, 6999]) {
      const source = pictures[row] as Uint8Array;
      for (let y = 0; y < 14; y += 1) {
        for (let x = 0; x < 14; x += 1) {
          const four = [0, 1].flatMap((dy) => [0, 1].map((dx) => source[28 * (2 * y + dy) + 2 * x + dx] as number));
          const mean = four.reduce((sum, one) => sum + one, 0) / 4;
          expect(Math.abs((made.inputs[196 * row + 14 * y + x] as number) * 255 - mean)).toBeLessThanOrEqual(8.51);
        }
      }
    }
  },
);

test('the few digits at full size are the first of each class in the source, in 16 grays', async () => {
  const [{ pictures, labels }, samples] = await Promise.all([readSourcePictures('mnist'), readMnistSamples()]);
  expect(samples.map(({ length }) => length)).toEqual(new Array(10).fill(20));
  const fours = pictures.filter((_, row) => labels[row] === 4);
  for (const place of [0, 1, 19]) {
    const apart = Array.from(samples[4]?.[place] ?? [], (ink, k) => Math.abs(255 * ink - (fours[place]?.[k] ?? NaN)));
    expect(apart).toHaveLength(784);
    expect(Math.max(...apart)).toBeLessThanOrEqual(8.51);
  }
});

test('a browser gets the same pictures as Node, and is told how much has come', async () => {
  const shares: number[] = [];
  answerWith(file.subarray(0, packed.bytes / 4), file.subarray(packed.bytes / 4));
  const fetched = await fetchMnist((share) => shares.push(share));
  expect(shares).toEqual([0.25, 1]);
  const read = await readMnist();
  expect(fetched.labels).toEqual(read.labels);
  expect(Buffer.from(fetched.inputs.buffer).equals(Buffer.from(read.inputs.buffer))).toBe(true);
});

test('a file that was cut short says how much of it came, and what to do', async () => {
  answerWith(file.subarray(0, 1000));
  await expect(fetchMnist(() => undefined)).rejects.toThrow(
    'Only 1000 of 273884 bytes of mnist.bin arrived. Check the connection and try again.',
  );
});

test('a file of which one bit is another, or that goes on after its end, is not taken', async () => {
  const altered = file.slice();
  altered[100_000] = (altered[100_000] as number) ^ 1;
  const sentence = 'mnist.bin is not the file that this page was made for. Reload the page to get both anew.';
  answerWith(altered);
  await expect(fetchMnist(() => undefined)).rejects.toThrow(sentence);
  answerWith(file, Uint8Array.of(0));
  await expect(fetchMnist(() => undefined)).rejects.toThrow(sentence);
});

test('a host that has no such file is told in a sentence', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  await expect(fetchMnist(() => undefined)).rejects.toThrow('(mnist.bin) could not be fetched (status 404)');
});
