import { expect, test } from 'vitest';
import { expectFormat, fileFormat } from '../../../../src/core/data/file-format.ts';

const read = (file: unknown) => expectFormat('content/results/x.json', file, 'Write it anew: npm run bake -- x');

test('a file of the format that the code reads is handed on as it is', () => {
  const file = { versions: { format: fileFormat }, seeds: [1] };
  expect(read(file)).toBe(file);
});

test('a file of another format is refused with its name, what was expected, what came and what to do', () => {
  expect(() => read({ versions: { format: fileFormat + 1 } })).toThrow(
    `content/results/x.json: expected format ${fileFormat}, got format ${fileFormat + 1}. Write it anew: npm run bake -- x`,
  );
});

test.each([
  ['of before there were formats', { seeds: [1] }],
  ['with a format in words', { versions: { format: '1' } }],
  ['that is a list', [{ versions: { format: fileFormat } }]],
  ['that is empty', null],
])('a file %s is refused', (_, file) => {
  expect(() => read(file)).toThrow('a file that names no format');
});
