import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptBytes } from '../../../../scripts/bench/script-bytes.ts';

const scripts: Record<string, string> = {
  'cpu-engine.a1.js':
    'import{a}from"./shared.b2.js";new Worker(new URL(`/assets/worker-c3.js`,``+import.meta.url),{});',
  'webgl-engine.d4.js': `import"./shared.b2.js";import{b}from'./big.e5.js';console.log(b)`,
  'shared.b2.js': 'import"./cycle.f6.js";export const a=1,load=()=>import(`./big.e5.js`);',
  'cycle.f6.js': 'import"./shared.b2.js";',
  'worker-c3.js': 'onmessage=()=>0;',
  'big.e5.js': `export const b="${'mixup '.repeat(50)}"`,
};

const sizeOf = (...names: readonly string[]): number =>
  names.reduce((sum, name) => sum + brotliCompressSync(scripts[name] as string).length, 0);

describe('the size of a script', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'script-bytes-'));
    await mkdir(path.join(folder, 'assets'));
    for (const [name, code] of Object.entries(scripts)) await writeFile(path.join(folder, 'assets', name), code);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('counts static imports and workers, each once, and leaves out what is imported on demand', async () => {
    expect(await scriptBytes(folder, 'cpu-engine')).toBe(
      sizeOf('cpu-engine.a1.js', 'shared.b2.js', 'cycle.f6.js', 'worker-c3.js'),
    );
  });

  it('finds imports in either kind of quotes', async () => {
    expect(await scriptBytes(folder, 'webgl-engine')).toBe(
      sizeOf('webgl-engine.d4.js', 'shared.b2.js', 'cycle.f6.js', 'big.e5.js'),
    );
  });

  it('is unknown for a script that was not built', async () => {
    expect(await scriptBytes(folder, 'webgpu-engine')).toBeUndefined();
  });
});
