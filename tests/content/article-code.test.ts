import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionOf } from '../../src/components/code-files.ts';
import { expectSome } from '../expect-some.ts';

const root = join(import.meta.dirname, '../..');
const node = join(root, 'node_modules/.bin/node');
const folder = join(root, 'content/code');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const article = readFileSync(join(root, 'content/articles/training-with-mixup.mdx'), 'utf8');
const programs = readdirSync(folder).filter((name) => !name.endsWith('.json'));
const inPython = programs.filter((name) => name.endsWith('.py'));

/** A machine without Python can't say whether a program is Python; the others do. */
const hasPython = spawnSync('python3', ['--version']).status === 0;

test('the TypeScript of the article runs as it lies there, and mixing labels gives the loss that mixing losses gives', () => {
  const printed = execFileSync(node, [join(folder, 'mixup-step.ts')], { encoding: 'utf8' });
  const [mixedLabels, mixedLosses, parameters] = printed.trim().split(/\s+/).map(Number);
  expect(mixedLabels).toBeGreaterThan(0);
  expect(mixedLosses).toBeCloseTo(mixedLabels as number, 12);
  expect(article).toContain(`the same loss twice, ${String(mixedLabels).slice(0, 5)}…, and ${parameters}`);
  expect(parameters).toBe(2 * 32 + 32 + 32 * 32 + 32 + 32 * 2 + 2);
});

test.skipIf(!hasPython)('every program in Python is Python', () => {
  // Compiled in memory: nothing is written beside the programs.
  const compile = 'import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name, encoding="utf-8").read(), name)';
  const files = expectSome(inPython, 'programs').map((name) => join(folder, name));
  const { status, stderr } = spawnSync('python3', ['-c', compile, ...files], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe('programs', () => {
  test('are no wider than the text column', () => {
    const wide = expectSome(programs, 'programs').flatMap((name) =>
      read(name)
        .split('\n')
        .filter((line) => line.length > 80)
        .map((line) => `${name}: ${line}`),
    );
    expect(wide).toEqual([]);
  });

  test('are complete: they read the digits, train for as many steps as the studies on digits, and say how many are wrong', () => {
    for (const name of expectSome(inPython, 'programs')) {
      const text = read(name);
      for (const part of ['digits.csv', '1500', '[1000:]', 'wrong', '__name__ == "__main__"']) expect(text, name).toContain(part);
      const imported = Array.from(text.matchAll(/^(?:import|from) (\w+)/gm), ([, module]) => module);
      expect(imported, name).toContain('numpy');
    }
  });

  test('that are said to have been run have not changed since', () => {
    const runs = JSON.parse(read('runs.json')) as Record<string, { sha256: string; with: string; printed: string[] }>;
    for (const [name, { sha256, printed }] of expectSome(Object.entries(runs), 'runs')) {
      expect(createHash('sha256').update(read(name)).digest('hex'), `${name} has changed: run it again`).toBe(sha256);
      expect(printed.join(), name).toMatch(/wrong|^0\.678/);
    }
  });

  test('never ask for a weight of a distribution that α = 0 has not', () => {
    expect(read('mixup_step.py')).toMatch(/Beta\(alpha, alpha\)\.sample\(\)\.item\(\) if alpha > 0 else 1\.0/);
    expect(read('mixup_step.py')).toContain('main(alpha=0)');
  });

  test('are shown function by function, and a name that is none is refused with those there are', () => {
    const text = '"""What it is."""\n\nimport a\n\n\n@fast\ndef one(x):\n    return x\n\n\ndef two():\n    one(1)\n\n    one(2)\n';
    expect(functionOf(text, 'one')).toBe('@fast\ndef one(x):\n    return x');
    expect(functionOf(text, 'two')).toBe('def two():\n    one(1)\n\n    one(2)');
    expect(() => functionOf(text, 'three')).toThrow('There are: one, two.');
  });
});

test('timm is told not to smooth labels, wherever the site writes it', () => {
  const files = [join(folder, 'timm_mixup.py'), join(root, 'content/articles/conclusions.mdx')];
  for (const file of files) expect(readFileSync(file, 'utf8')).toContain('Mixup(mixup_alpha=1.0, label_smoothing=0.0, num_classes=10)');
});
