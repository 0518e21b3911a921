import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { studyProgram } from '../src/components/reproduce/study-program.ts';
import { runPython } from './run-python.mjs';

/*
 * npm run run-studies -- 4 ablation ...      runs the programs in PyTorch of some studies over their first seeds, as many as is said, and
 *                                            keeps in content/code/study-runs.json what they printed
 *
 * PYTHON names the Python to run with. A study whose settings, or the pieces its program is made of, have changed since is "Not run" again.
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const kept = join(root, 'content/code/study-runs.json');
const pieces = join(root, 'src/components/reproduce/templates');
const templates = Object.fromEntries(
  readdirSync(pieces).map((file) => [file.replace('.py', ''), readFileSync(join(pieces, file), 'utf8')]),
);

const [count, ...studies] = process.argv.slice(2);
const seeds = Number(count);
if (!(seeds > 0) || studies.length === 0) throw new Error('Say how many seeds, and then of which studies.');

for (const study of studies) {
  const file = JSON.parse(readFileSync(join(root, `content/results/${study}.json`), 'utf8'));
  const text = studyProgram(study, file, templates);
  if (text === undefined) throw new Error(`"${study}" has no program in PyTorch.`);
  const [, data] = /^DATA = "(.*)"$/m.exec(text) ?? [];
  const run = runPython(`${study}.py`, text, data, [count]);
  if (!run) continue;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const runs = { ...JSON.parse(readFileSync(kept, 'utf8')), [study]: { sha256, seeds, ...run } };
  const inOrder = Object.fromEntries(Object.entries(runs).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(kept, `${JSON.stringify(inOrder, undefined, 2)}\n`);
  console.log(`${study}: ${run.printed.join('; ')}`);
}
