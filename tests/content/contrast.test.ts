import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './render-article.ts';

const sheet = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
const tokens = Object.fromEntries(
  Array.from(sheet.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g), ([, name, light, dark]) => [name, { light, dark }]),
) as Record<string, { light: string; dark: string }>;

/** Relative luminance of an sRGB color (WCAG 2.2). */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test('black on white has a contrast of 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const text = ['ink', 'ink-muted', 'accent', 'class-a', 'class-b', 'class-c', 'erm', 'mixup', 'dropout', 'both', 'bad'];
  test.each(text)('%s can be read on paper and on surfaces', (name) => {
    for (const ground of ['paper', 'surface']) {
      expect(contrast(tokens[name]?.[scheme] ?? '', tokens[ground]?.[scheme] ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('surfaces are lightest where a network is undecided, and examples stand out from wherever it is sure', () => {
    const color = (name: string): string => tokens[name]?.[scheme] ?? '';
    for (const kind of ['a', 'b']) {
      expect(luminance(color('unsure'))).toBeGreaterThan(1.4 * luminance(color(`sure-${kind}`)));
      // An example may lie where the network is sure of the other class, and where it is sure of neither.
      for (const ground of ['sure-a', 'sure-b', 'unsure'])
        expect(contrast(color(`point-${kind}`), color(ground))).toBeGreaterThanOrEqual(3);
    }
  });

  test('edges of controls and the ring of focus stand out from paper by 3 to 1', () => {
    for (const name of ['rule-strong', 'focus']) {
      expect(contrast(tokens[name]?.[scheme] ?? '', tokens.paper?.[scheme] ?? '')).toBeGreaterThanOrEqual(3);
    }
  });
});
