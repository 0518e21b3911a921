import { describe, expect, it } from 'vitest';
import { stableJson } from '../../../scripts/stable-json.ts';

describe('stable JSON', () => {
  it('writes short values on one line', () => {
    expect(stableJson({ mean: 0.5, values: [1, 2, 3] })).toBe('{ "mean": 0.5, "values": [ 1, 2, 3 ] }');
  });

  it('writes long ones an entry to a line, keys in their own order, and reads back as it was', () => {
    const value = {
      z: Array.from({ length: 60 }, (_, k) => k / 7),
      a: { text: 'line\nbreak', none: null, yes: true },
      empty: [],
    };
    const text = stableJson(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text.indexOf('"z"')).toBeLessThan(text.indexOf('"a"'));
    expect(text.split('\n').length).toBe(60 + 4 + 2);
  });
});
