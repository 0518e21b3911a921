import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const data = fileURLToPath(new URL('../public/data/', import.meta.url));
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

/**
 * Runs a program in Python in an empty folder, with a file of data beside it.
 *
 * @param file of `public/data/`
 * @param given what follows its name on the command line
 * @returns with what it ran and what it printed, line by line; undefined, with a sentence, where it could not be run
 */
export function runPython(name, text, file = 'digits.csv', given = []) {
  const place = mkdtempSync(join(tmpdir(), 'run-code-'));
  try {
    copyFileSync(join(data, file), join(place, file));
    writeFileSync(join(place, name), text);
    const { status, stdout, stderr } = spawnSync(python, [name, ...given], { cwd: place, encoding: 'utf8' });
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
