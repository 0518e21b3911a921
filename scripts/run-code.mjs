import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * npm run run-code          runs every program of content/code/ and keeps in runs.json with what it ran and what it printed
 *
 * PYTHON names the Python to run with, KERAS_BACKEND what Keras computes with. What cannot be run is left out, and the site says "Not run".
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'content/code');
const python = process.env.PYTHON ?? 'python3';

/** The packages that programs say they ran with, by the name they are imported under; each in its own spelling. */
const packages = {
  torch: 'PyTorch',
  torchvision: 'torchvision',
  timm: 'timm',
  keras: 'Keras',
  jax: 'JAX',
  optax: 'Optax',
  numpy: 'NumPy',
};

const versions =
  'import importlib.metadata, platform, sys\nprint(platform.python_version())\nfor name in sys.argv[1:]: print(importlib.metadata.version(name).split("+")[0])';

const runs = {};
for (const name of readdirSync(folder).filter((file) => !file.endsWith('.json'))) {
  const text = readFileSync(join(folder, name), 'utf8');
  const run = name.endsWith('.py') ? runPython(name, text) : runNode(name);
  if (run) runs[name] = { sha256: createHash('sha256').update(text).digest('hex'), ...run };
}
writeFileSync(join(folder, 'runs.json'), `${JSON.stringify(runs, undefined, 2)}\n`);

function runPython(name, text) {
  const place = mkdtempSync(join(tmpdir(), 'run-code-'));
  try {
    copyFileSync(join(root, 'public/data/digits.csv'), join(place, 'digits.csv'));
    writeFileSync(join(place, name), text);
    const { status, stdout, stderr } = spawnSync(python, [name], { cwd: place, encoding: 'utf8' });
    if (status !== 0) return void console.error(`${name} was not run: ${stderr.trim().split('\n').at(-1)}`);
    const imported = Object.keys(packages).filter((module) =>
      new RegExp(`^(?:import|from) ${module}\\b`, 'm').test(text),
    );
    const version = spawnSync(python, ['-c', versions, ...imported], { cwd: place, encoding: 'utf8' });
    const [own, ...others] = version.stdout.trim().split('\n');
    const tools = [`Python ${own}`, ...imported.map((module, n) => `${packages[module]} ${others[n]}`)];
    return { with: tools.join(', '), printed: stdout.trim().split('\n') };
  } finally {
    rmSync(place, { recursive: true });
  }
}

function runNode(name) {
  const { status, stdout } = spawnSync(process.execPath, [join(folder, name)], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  return { with: `Node ${process.version.slice(1)}`, printed: stdout.trim().split('\n') };
}
