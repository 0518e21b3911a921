import { expect, test } from 'vitest';
import { expectSome } from '../expect-some.ts';

test('members of any kind of list come back in their order', () => {
  expect(expectSome([3, undefined], 'numbers')).toEqual([3, undefined]);
  expect(expectSome(new Map([['a', 1]]), 'entries')).toEqual([['a', 1]]);
  expect(expectSome(Float32Array.of(1, 2), 'numbers')).toEqual([1, 2]);
});

test('an empty list is a failure that says what is missing', () => {
  expect(() => expectSome([], 'pages of the site')).toThrow('Expected some pages of the site, found none.');
});
