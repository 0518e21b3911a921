import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const node = join(root, 'node_modules/.bin/node');
const article = readFileSync(join(root, 'content/articles/training-with-mixup.mdx'), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'article-code-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The block of code with this title, as readers copy it. */
function block(title: string): string {
  const found = article.match(new RegExp(`^\`\`\`\\w+ title="${title}"\\n([\\s\\S]*?)^\`\`\``, 'm'));
  return found?.[1] ?? '';
}

test('the TypeScript of the article runs as it is printed, mixes with weights that add up to 1, and mixing labels gives the loss that mixing losses gives', () => {
  const code = block('mixup-step.ts');
  expect(code).toContain('sampleBeta');
  const file = join(folder, 'mixup-step.ts');
  writeFileSync(file, `${code.replaceAll("'./src/", `'${root}/src/`)}console.log(mix([3], [3])[0], lambda);`);
  const printed = execFileSync(node, [file], { encoding: 'utf8' });
  const [mixedLabels, mixedLosses, parameters, three, lambda] = printed.trim().split(/\s+/).map(Number);
  expect(three).toBeCloseTo(3, 12);
  expect(lambda).toBeGreaterThan(0);
  expect(lambda).toBeLessThan(1);
  expect(mixedLabels).toBeGreaterThan(0);
  expect(mixedLosses).toBeCloseTo(mixedLabels as number, 12);
  expect(article).toContain(`the same loss twice, ${String(mixedLabels).slice(0, 5)}…, and ${parameters}`);
  expect(parameters).toBe(2 * 32 + 32 + 32 * 32 + 32 + 32 * 2 + 2);
});

test('no line of code in the article is wider than the text column', () => {
  const blocks = Array.from(article.matchAll(/^```(?:ts|python)[^\n]*\n([\s\S]*?)^```/gm), ([, code]) => code as string);
  expect(blocks.length).toBeGreaterThan(1);
  const wide = blocks.flatMap((code) => code.split('\n')).filter((line) => line.length > 80);
  expect(wide).toEqual([]);
});
