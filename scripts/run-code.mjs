import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runPython } from './run-python.mjs';

/*
 * npm run run-code          runs every program of content/code/ and keeps in runs.json with what it ran and what it printed
 *
 * PYTHON names the Python to run with, KERAS_BACKEND what Keras computes with. What cannot be run is left out, and the site says "Not run".
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'content/code');

const runs = {};
for (const name of readdirSync(folder).filter((file) => !file.endsWith('.json'))) {
  const text = readFileSync(join(folder, name), 'utf8');
  const run = name.endsWith('.py') ? runPython(name, text) : runNode(name);
  if (run) runs[name] = { sha256: createHash('sha256').update(text).digest('hex'), ...run };
}
writeFileSync(join(folder, 'runs.json'), `${JSON.stringify(runs, undefined, 2)}\n`);

function runNode(name) {
  const { status, stdout } = spawnSync(process.execPath, [join(folder, name)], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  return { with: `Node ${process.version.slice(1)}`, printed: stdout.trim().split('\n') };
}
