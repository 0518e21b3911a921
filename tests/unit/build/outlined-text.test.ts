import { expect, test } from 'vitest';
import { outlined, widthOf, wrapped } from '../../../src/build/publish/cards/outlined-text.ts';

const type = { face: 'title', size: 50 } as const;

test('a title is wrapped at words, within its width, and keeps them all', () => {
  const title = 'Data augmentation and vicinal risk minimization';
  const lines = wrapped(title, type, 500, 9);
  expect(lines.join(' ')).toBe(title);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(widthOf(line, type)).toBeLessThanOrEqual(500);
});

test('what does not fit in the lines there are ends in an ellipsis, not in a comma', () => {
  expect(wrapped('one two three, four five six', { face: 'words', size: 40 }, 210, 1)).toEqual(['one …']);
});

test('Greek is set too, and text is drawn as outlines alone', () => {
  expect(outlined('λ α', type, 0, 0, '#000')).not.toContain('<text');
  expect(widthOf('λ', type)).toBeGreaterThan(10);
});
