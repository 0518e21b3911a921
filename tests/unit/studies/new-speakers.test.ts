import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readVowels } from '../../../src/data/vowels/read-vowels.ts';
import { spokenVowels, type SpokenVowels } from '../../../src/core/data/vowels.ts';
import { newSpeakers } from '../../../src/studies/new-speakers.ts';
import { expectSome } from '../../expect-some.ts';

/** The file, read without any code of the site: who spoke. */
const recordings = readFileSync('public/data/vowels.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map((cells) => ({ speaker: Number(cells[0]) }));

let vowels: SpokenVowels;
beforeAll(async () => {
  vowels = await readVowels();
});

/** The speakers, 1 to 15, that a member of a part is trained on. */
const heardBy = (rows: Uint32Array = new Uint32Array()): number[] =>
  [...new Set(Array.from(rows, (row) => recordings[row % 990]?.speaker ?? NaN))].sort((a, b) => a - b);

describe('a study on new speakers', () => {
  test('trains on all that eight people said, others for each seed and the same for each method', () => {
    const [part] = newSpeakers(vowels, 'anew').parts([1, 2]);
    const [erm, weak, strong, smoothing, other] = part?.ensemble.members ?? [];
    expect(erm?.rows).toHaveLength(8 * 66);
    expect(heardBy(erm?.rows)).toHaveLength(8);
    expect(weak?.rows).toBe(erm?.rows);
    expect(strong?.rows).toBe(erm?.rows);
    expect(smoothing?.rows).toBe(erm?.rows);
    expect(heardBy(other?.rows)).toHaveLength(8);
    expect(heardBy(other?.rows)).not.toEqual(heardBy(erm?.rows));
  });

  test('splits them as others did where it is asked to: the first eight, whatever the seed', () => {
    const [part] = newSpeakers(vowels, 'historical').parts([1, 2]);
    for (const { rows } of expectSome(part?.ensemble.members ?? [], 'members'))
      expect(heardBy(rows)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('asks for no more answers at once than fit into 16 MB', () => {
    const parts = newSpeakers(vowels, 'anew').parts(Array.from({ length: 16 }, (_, n) => n + 1));
    for (const { trials, ensemble } of expectSome(parts, 'parts'))
      expect(trials.length * (ensemble.inputs.length / 9) * 11 * 4).toBeLessThanOrEqual(16e6);
    expect(parts.flatMap(({ trials }) => trials)).toHaveLength(16 * 24);
  });

  test('refuses a file in which somebody else speaks', () => {
    const table = { inputs: Float32Array.of(16, 0.5), labels: Uint8Array.of(0), classes: 2, width: 2 };
    expect(() => spokenVowels({ ...table, columns: ['speaker', 'a0'], classNames: ['hid', 'hed'] })).toThrow('15');
  });
});
