import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import terms from '../../content/glossary/terms.json' with { type: 'json' };
import { expectSome } from '../expect-some.ts';
import { articleSources } from './prose.ts';
import { bakedFile } from '../../src/islands/kit/baked/baked-results.ts';
import { root } from './render-article.ts';

const rows = readFileSync(join(root, 'docs/coverage.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!The post says|The paper has|---)/.test(line));
const linksOf = (text: string): string[] => Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, target]) => target as string);

describe('docs/coverage.md', () => {
  test('has for every statement a place and what is right', () => {
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows) {
      const [, said, where, right] = row.split('|').map((cell) => cell.trim());
      expect(said && right, row).toBeTruthy();
      expect(linksOf(where ?? '').length, row).toBeGreaterThan(0);
    }
  });

  test('says of every re-run of the paper how many seeds its file has', () => {
    const files = rows.flatMap((row) => Array.from(row.matchAll(/(\d+) `([\w-]+)\.json`/g)));
    for (const [, seeds, name = ''] of expectSome(files, 'files'))
      expect((bakedFile(name)['seeds'] as readonly number[]).length, name).toBe(Number(seeds));
    // Each experiment of the paper, and nothing that a row only names.
    expect(rows.filter((row) => row.includes('.json`'))).toHaveLength(11);
    expect(rows.join().match(/\.json`/g)).toHaveLength(files.length);
  });

  test('links only to articles and terms that exist', () => {
    const places = new Set(terms.map(({ id }) => `/glossary/#${id}`));
    for (const { slug } of expectSome(articleSources(), 'articles')) places.add(`/articles/${slug}/`);
    const links = expectSome(linksOf(rows.join('\n')), 'links');
    expect(links.filter((target) => !places.has(target))).toEqual([]);
  });
});
