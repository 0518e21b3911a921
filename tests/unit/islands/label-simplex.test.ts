import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { mixingFormat } from '../../../src/islands/label-simplex/address.ts';
import { presets, withLabelAt, withMixtureAt, type Mixing } from '../../../src/islands/label-simplex/mixing.ts';
import { expectSome } from '../../expect-some.ts';

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
  const { read, changed, write } = mixingFormat('label-simplex');

  test('brings back exactly what was written', () => {
    fc.assert(
      fc.property(places, places, fc.integer({ min: 0, max: 100 }), (i, j, percent) => {
        const mixing = { ...withLabelAt(withLabelAt(pair, 'i', i), 'j', j), lambda: percent / 100 };
        // The first situation is what an address says by saying nothing.
        const state = write('', mixing) === '' ? undefined : mixing;
        expect(read(write('', mixing))).toEqual({ state, notices: [] });
      }),
    );
  });

  test('names every situation, and says nothing for the first', () => {
    expect(write('?v=1', pair)).toBe('');
    for (const { name, mixing } of expectSome(presets, 'presets'))
      expect(read(`?label-simplex.preset=${name}`)).toEqual({ state: mixing, notices: [] });
  });

  test('words in the text change what they name', () => {
    expect(changed({ lambda: '0.3' }, pair).state).toEqual({ ...pair, lambda: 0.3 });
  });

  test('takes any shares, and tells which are no label', () => {
    const { state, notices } = read('?label-simplex.j-cat=0.9&label-simplex.j-dog=0.9');
    expect(state?.j).toEqual([0.5, 0.5, 0]);
    expect(notices.join()).toContain('label j add up to more than 1');
  });
});
