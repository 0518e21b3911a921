import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fields } from '../../src/content-fields.ts';
import { z } from 'astro/zod';
import { root } from './render-article.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'front-matter-'));
  for (const name of ['src', 'content', 'public', 'astro.config.mjs', 'svelte.config.js', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a build with an unknown key in the front matter fails and names the file, the line, the key and the keys there are', () => {
  const article = join(folder, 'content/articles/training-with-mixup.mdx');
  writeFileSync(article, readFileSync(article, 'utf8').replace(/^order:/m, 'colour: blue\norder:'));
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/node'), [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--force'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  const line = readFileSync(article, 'utf8').split('\n').indexOf('colour: blue') + 1;
  expect(status).not.toBe(0);
  expect(stdout + stderr).toMatch(new RegExp(`training-with-mixup\\.mdx:${line}`));
  expect(stdout + stderr).toContain('has no field "colour"');
  expect(stdout + stderr).toContain('title, description, summary, part, picture, order, published, updated');
});

test('every unknown field is reported, on its own name', () => {
  const result = fields('A thing', { size: z.number() }).safeParse({ size: 1, sise: 2, collor: 'red' });
  expect(result.error?.issues.map(({ path }) => path)).toEqual([['sise'], ['collor']]);
  expect(fields('A thing', { size: z.number() }).parse({ size: 1 })).toEqual({ size: 1 });
});
