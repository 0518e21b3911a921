import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawingOf, drawings } from '../../../../src/islands/kit/pictures/drawings.ts';
import { expectSome } from '../../../expect-some.ts';

const folder = join(import.meta.dirname, '../../../../public/pictures');

test('every drawing has a file and every file is a drawing', () => {
  expect(readdirSync(folder).sort()).toEqual(drawings.map(({ value }) => `${value}.svg`).sort());
});

test.each(expectSome(drawings, 'drawings'))(
  '$value is a square of 224 pixels that its background covers, and is named for its class',
  ({ value, name, label }) => {
    const source = readFileSync(join(folder, `${value}.svg`), 'utf8');
    expect(source).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="224" height="224" viewBox="0 0 224 224">/,
    );
    expect(source.replace(/^<svg[^>]*>\s*/, '')).toMatch(/^<rect width="224" height="224" fill="#[0-9a-f]{6}"\/>/);
    expect(source).not.toMatch(/<script|href|url\(|opacity/);
    expect(value.startsWith(`${label}-`) && name.endsWith(label)).toBe(true);
    expect(drawingOf(value).name).toBe(name);
  },
);
