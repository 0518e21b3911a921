import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectSome } from '../../expect-some.ts';

const root = join(import.meta.dirname, '../../..');

/** What the sheet of every page slows down where the reader set the site to calm, whoever asks for it. */
const isSlowedDown = (declaration: string): boolean => /^(animation|transition)(-[\w-]+)?:/.test(declaration);

/** The rules that stand directly in a block: each with its selector and what is between its braces. */
function rulesOf(block: string): { selector: string; body: string }[] {
  const rules: { selector: string; body: string }[] = [];
  let depth = 0;
  let start = 0;
  let selector = '';
  for (let at = 0; at < block.length; at += 1) {
    if (block[at] === '{') {
      if (depth === 0) {
        selector = block.slice(start, at).trim();
        start = at + 1;
      }
      depth += 1;
    } else if (block[at] === '}') {
      depth -= 1;
      if (depth > 0) continue;
      if (depth < 0) break;
      rules.push({ selector, body: block.slice(start, at).trim() });
      start = at + 1;
    }
  }
  return rules;
}

test('what moves only where the system allows it keeps still, too, where the reader set the site to calm', () => {
  const files = globSync('src/**/*.{css,svelte,astro}', { cwd: root });
  const rules = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .replace(/\/\*.*?\*\//gs, '')
      .split(/@media[^{]*prefers-reduced-motion: no-preference[^{]*\{/)
      .slice(1)
      .flatMap(rulesOf)
      .map((rule) => ({ file, ...rule })),
  );
  const moving = expectSome(rules, 'rules that heed the system').filter(({ selector, body }) => {
    const declarations = body.split(';').map((text) => text.trim());
    return !selector.includes('[data-calm]') && !declarations.filter(Boolean).every(isSlowedDown);
  });
  expect(moving.map(({ file, selector }) => `${file}: ${selector}`)).toEqual([]);
});
