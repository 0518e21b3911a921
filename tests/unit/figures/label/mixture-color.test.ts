import { expect, test } from 'vitest';
import { labelColor } from '../../../../src/figures/label/label-color.ts';
import { classColor, mixtureColor } from '../../../../src/figures/label/mixture-color.ts';

const [a, b, c] = (['a', 'b', 'c'] as const).map(classColor) as [string, string, string];
const mixed = (...weights: number[]) =>
  mixtureColor(weights.map((weight, i) => ({ color: [a, b, c][i] ?? '', weight })));

test('a single class has its own color', () => {
  expect(mixed(1, 0, 0)).toBe('var(--class-a)');
  expect(mixed(0, 0, 3)).toBe('var(--class-c)');
  expect(classColor(undefined)).toBe('var(--erm)');
});

test('two classes have the color that labels of two classes have everywhere', () => {
  for (const p of [0.1, 0.25, 0.5, 0.7]) expect(mixed(1 - p, p)).toBe(labelColor(p));
});

test('three classes have their shares in the end: the last as it is, the others of what it leaves', () => {
  // 20 % of C over 60 : 40 of A and B is 48, 32 and 20 %.
  expect(mixed(0.48, 0.32, 0.2)).toBe(
    'color-mix(in oklab,var(--class-c) 20%,color-mix(in oklab,var(--class-b) 40%,var(--class-a)))',
  );
});

test('refuses weights that are no shares', () => {
  expect(() => mixed(0, 0, 0)).toThrow('parts: expected finite weights of at least 0, not all 0, got 0, 0, 0.');
  expect(() => mixed(1.5, -0.5)).toThrow(RangeError);
});
