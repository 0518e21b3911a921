import { expect, test } from 'vitest';
import { withScriptsBehindFigure } from '../../../src/build/first-paint.ts';

const head = '<head><script>scheme()</script><link rel="stylesheet" href="/a.css"></head>';

test('the scripts that wake islands stand behind the first figure, in their order, and all else where it was', () => {
  const scripts = '<script>wake()</script><script>define(\n)</script>';
  const figure = (inside: string) => `<figure><div>${inside}<astro-island>one</astro-island></div></figure>`;
  const rest = '<figure><astro-island>two</astro-island></figure><script type="module" src="/b.js"></script>';
  expect(withScriptsBehindFigure(`${head}<h1>Title</h1>${figure(scripts)}${rest}`)).toBe(
    `${head}<h1>Title</h1>${figure('')}${scripts}${rest}`,
  );
});

test('a page without them is refused', () => {
  expect(() => withScriptsBehindFigure(`${head}<figure>drawn</figure>`)).toThrow(/expected an island in a figure/);
  expect(() => withScriptsBehindFigure(`${head}<script>wake()</script><astro-island></astro-island>`)).toThrow(
    /expected an island in a figure/,
  );
});
