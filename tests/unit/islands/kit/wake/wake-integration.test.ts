import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const wake = join(import.meta.dirname, '../../../../../src/islands/kit/wake');

test('in a folder with a space and an umlaut the script of the directive is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'my site ü '));
  try {
    for (const name of ['wake-integration.ts', 'wake-directive.ts']) copyFileSync(join(wake, name), join(folder, name));
    const code = `
      const { wakeDirective } = await import(${JSON.stringify(pathToFileURL(join(folder, 'wake-integration.ts')).href)});
      wakeDirective().hooks['astro:config:setup']({ addClientDirective: ({ entrypoint }) => console.log(entrypoint) });`;
    const entry = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }).trim();
    expect(entry).toContain('wake-directive');
    expect(existsSync(entry), entry).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
