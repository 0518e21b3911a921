import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chooseGraphics } from '../bench/choose-graphics.ts';

/*
 * Runs, where a kit was unpacked, the benchmark, the tests on GPUs and the studies, and writes what came out into the folder
 * that the variable OUT names: bench.txt and bench.json, conformance.txt and conformance.json, studies.txt.
 * `run.sh` starts it.
 */

const { OUT: out = 'results', STEPS: wanted = 'bench,conformance,studies', GRAPHICS: given } = process.env;
const node = process.execPath;

const steps: Readonly<Record<string, readonly string[]>> = {
  bench: [
    'scripts/bench.ts',
    ...['--only', 'webgpu,webgl,cpu,layers-webgl,autodiff-webgl,jax-webgpu'],
    ...['--json', path.resolve(out, 'bench.json')],
  ],
  conformance: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'gpu'],
  studies: ['scripts/bench.ts', '--quick', '--studies', '--only', 'webgpu,webgl'],
};

mkdirSync(out, { recursive: true });
const graphics = given ?? (await chooseGraphics(console.error));
console.log(`Graphics: ${graphics}`);
for (const name of wanted.split(',')) {
  const command = steps[name];
  if (!command) throw new RangeError(`There is no step "${name}"; there are ${Object.keys(steps).join(', ')}.`);
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(node, [...command], {
    encoding: 'utf8',
    env: { ...process.env, GRAPHICS: graphics, TEST_REPORT: path.resolve(out, 'conformance.json') },
  });
  writeFileSync(path.join(out, `${name}.txt`), `${stdout}\n${stderr}`);
  console.log(
    `${stdout.slice(-3000)}\n${name}: status ${status}, ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
}
