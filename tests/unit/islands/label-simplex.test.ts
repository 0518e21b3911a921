import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { changedMixing, readMixing, writeMixing } from '../../../src/islands/label-simplex/address.ts';
import { presets, withLabelAt, withMixtureAt, type Mixing } from '../../../src/islands/label-simplex/mixing.ts';

vi.setConfig({ testTimeout: 60_000 });

const [pair] = presets.map(({ mixing }) => mixing) as [Mixing];
const places = fc.record({
  x: fc.double({ min: -1, max: 2, noNaN: true }),
  y: fc.double({ min: -1, max: 2, noNaN: true }),
});

describe('mixing', () => {
  test('a label dragged to a corner is one-hot; dragged away, it stops at the edge', () => {
    expect(withLabelAt(pair, 'j', { x: 0.5, y: 2 }).j).toEqual([0, 0, 1]);
    expect(withLabelAt(pair, 'j', { x: 0.25, y: -3 }).j).toEqual([0.75, 0.25, 0]);
  });

  test('the mixture moves along its segment only, to the nearest point of it', () => {
    expect(withMixtureAt(pair, { x: 0.3, y: 0.7 })).toEqual({ ...pair, lambda: 0.7 });
    expect(withMixtureAt(pair, { x: 9, y: 0 }).lambda).toBe(0);
  });

  test('two equal labels leave lambda alone', () => {
    const same = presets.find(({ name }) => name === 'same')?.mixing as Mixing;
    expect(withMixtureAt(same, { x: 1, y: 0 })).toEqual(same);
  });
});

describe('address', () => {
  test('brings back exactly what was written', () => {
    fc.assert(
      fc.property(places, places, fc.integer({ min: 0, max: 100 }), (i, j, percent) => {
        const mixing = { ...withLabelAt(withLabelAt(pair, 'i', i), 'j', j), lambda: percent / 100 };
        const read = readMixing(writeMixing('', 'label-simplex', mixing), 'label-simplex');
        expect(read.problems).toEqual([]);
        expect(read.mixing).toEqual(mixing);
      }),
    );
  });

  test('names every situation, and says nothing for the first', () => {
    expect(writeMixing('?v=1', 'label-simplex', pair)).toBe('');
    for (const { name, mixing } of presets)
      expect(readMixing(`?label-simplex.preset=${name}`, 'label-simplex')).toEqual({
        mixing,
        problems: [],
        asked: true,
      });
  });

  test('words in the text change what they name', () => {
    expect(changedMixing({ lambda: '0.3' }, 'label-simplex', pair).mixing).toEqual({ ...pair, lambda: 0.3 });
  });

  test('takes any shares, and tells which are no label', () => {
    const read = readMixing('?label-simplex.j-cat=0.9&label-simplex.j-dog=0.9', 'label-simplex');
    expect(read.mixing.j).toEqual([0.5, 0.5, 0]);
    expect(read.problems.join()).toContain('label j add up to more than 1');
  });
});
