import { expect, test } from 'vitest';
import { labelShares } from '../../../../src/islands/kit/pictures/label-shares.ts';

test('a cat and a dog share the label as they share the picture', () => {
  expect(labelShares('cat', 'dog', 0.75)).toEqual([
    { name: 'cat', value: 0.75, color: 'a' },
    { name: 'dog', value: 0.25, color: 'b' },
  ]);
});

test('cats are blue and dogs orange also when the dog comes first', () => {
  expect(labelShares('dog', 'cat', 0.5).map(({ color }) => color)).toEqual(['b', 'a']);
});

test('two pictures of one class leave its label whole, in its color', () => {
  expect(labelShares('cat', 'cat', 0.3)).toEqual([{ name: 'cat', value: 1, color: 'a' }]);
  expect(labelShares('dog', 'dog', 0.3)).toEqual([{ name: 'dog', value: 1, color: 'b' }]);
  expect(labelShares('owl', 'owl', 0.3)).toHaveLength(1);
});

test('a class of the reader takes the color that is left', () => {
  expect(labelShares('owl', 'cat', 0.5).map(({ color }) => color)).toEqual(['b', 'a']);
  expect(labelShares('cat', 'owl', 0.5).map(({ color }) => color)).toEqual(['a', 'b']);
  expect(labelShares('dog', 'owl', 0.5).map(({ color }) => color)).toEqual(['b', 'a']);
  expect(labelShares('owl', 'dog', 0.5).map(({ color }) => color)).toEqual(['a', 'b']);
  expect(labelShares('owl', 'bat', 0.5).map(({ color }) => color)).toEqual(['a', 'b']);
});
